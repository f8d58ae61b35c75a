using DataEngineer.Cli.Summaries;
using DataEngineer.Runs;
using Spectre.Console;

namespace DataEngineer.Cli.Display;

/// <summary>What a person should look at: assertions that did not pass, warnings, failures with who answers for them, and what was not started.</summary>
internal sealed class FindingsView(IAnsiConsole console)
{
    private const int Most = 20;
    private const string Redundant = "Not started: ";
    private readonly Glyphs _glyphs = Glyphs.For(console);

    public void Write(RunSummary summary)
    {
        Section("Assertions", summary.Findings, Finding);
        Section("Warnings", summary.Warnings, warning => Entry(_glyphs.Warned, Glyphs.Caution, warning.Step, "", warning.Message));
        Section("Failures", summary.Failures, Failure);
        Section("Not started", summary.Skipped, NotStarted);
    }

    private void Section<T>(string title, IReadOnlyList<T> entries, Action<T> write)
    {
        if (entries.Count == 0)
        {
            return;
        }

        console.WriteLine();
        console.Write(new Text($"  {title}", Glyphs.Quiet));
        console.WriteLine();
        foreach (var entry in entries.Take(Most))
        {
            write(entry);
        }

        if (entries.Count > Most)
        {
            console.Write(Blocks.Indented($"and {Words.Number(entries.Count - Most)} more; --format json of `runs show` has them all", 4, Glyphs.Quiet));
        }
    }

    private void Finding(AssertionResult finding)
    {
        var (sign, style) = finding.IsUncontained ? (_glyphs.Failed, Glyphs.Bad) : (_glyphs.Warned, Glyphs.Caution);
        Entry(sign, style, finding.Name, $"on {finding.Dataset}", finding.Message);
        if (finding.Quarantined > 0)
        {
            Detail("quarantined", Words.Rows(finding.Quarantined));
        }

        if (finding.Sample is { } sample)
        {
            console.Write(new Text("    sample: ", Glyphs.Quiet));
            Blocks.WriteUnbroken(console, sample);
        }
    }

    private void Failure(StepFailure failure)
    {
        var attempts = failure.Attempts > 1 ? $", {failure.Attempts} attempts" : "";
        Entry(_glyphs.Failed, Glyphs.Bad, failure.Step, $"{failure.Code}, {Words.Class(failure.Class)}, for {Words.Owner(failure.Owner)}{attempts}", failure.Message);
        if (failure.Next is { } next)
        {
            Detail("next", next);
        }
    }

    private void NotStarted(StepWarning skipped)
    {
        var reason = skipped.Message.StartsWith(Redundant, StringComparison.Ordinal) ? skipped.Message[Redundant.Length..] : skipped.Message;
        console.Write(new Paragraph().Append($"  {_glyphs.Waiting} ", Glyphs.Quiet).Append(SafeText.Line(skipped.Step)).Append($"  {SafeText.Line(reason)}", Glyphs.Quiet));
        console.WriteLine();
    }

    private void Entry(string sign, Style style, string name, string about, string message)
    {
        console.Write(new Paragraph()
            .Append($"  {sign} ", style)
            .Append(SafeText.Line(name), Glyphs.Strong)
            .Append(about.Length > 0 ? $"  {SafeText.Line(about)}" : "", Glyphs.Quiet));
        console.WriteLine();
        console.Write(Blocks.Indented(message, 4));
    }

    private void Detail(string label, string text) => console.Write(Blocks.Indented($"{label}: {text}", 4, Glyphs.Quiet));
}
