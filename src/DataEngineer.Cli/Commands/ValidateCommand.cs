using System.CommandLine;
using DataEngineer.Cli.Checks;
using DataEngineer.Cli.Display;
using DataEngineer.Cli.Hosting;
using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Validation.Reports;

namespace DataEngineer.Cli.Commands;

/// <summary>dataeng validate: every problem of definitions at once.</summary>
internal static class ValidateCommand
{
    public static Command Create(CommandAction action)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "A pipelines folder, a customer's folder, or a file; also customer or customer/pipeline.  [default: the folder of --pipelines]",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var format = Formats.Option("text", "json", "sarif");
        var output = new Option<string?>("--output", "-o") { Description = "The file to write the report to.  [default: standard output]", HelpName = "FILE" };
        var command = new Command("validate", "Reports every problem of pipelines, customers and their SQL at once, with place and fix.") { paths, format, output };
        command.SetAction((result, _) => action(result, (head, cancellationToken) =>
            ValidateAsync(head, result.GetValue(paths) ?? [], result.GetRequiredValue(format), result.GetValue(output), cancellationToken)));
        return command;
    }

    private static async Task<int> ValidateAsync(Head head, string[] paths, string format, string? output, CancellationToken cancellationToken)
    {
        var targets = paths.Length > 0 ? paths.Select(path => CheckTarget.Parse(path, head)).Distinct() : [new CheckTarget(head.RequirePipelines(), null, null)];
        var check = new DefinitionCheck(head);
        var problems = new List<Diagnostic>();
        foreach (var target in targets)
        {
            var found = await check.RunAsync(target, cancellationToken);
            problems.AddRange(format == "sarif" ? found : found.Select(problem => problem with { File = head.Shorten(Path.Combine(target.Tree, problem.File)) }));
        }

        await WriteAsync(head, [.. problems.Distinct()], format, output, cancellationToken);
        return problems.Exists(problem => problem.Severity == DiagnosticSeverity.Error) ? ExitCodes.Invalid : ExitCodes.Success;
    }

    private static async Task WriteAsync(Head head, List<Diagnostic> problems, string format, string? output, CancellationToken cancellationToken)
    {
        var report = format switch
        {
            "json" => JsonReport.Write(problems),
            "sarif" => SarifReport.Write(problems),
            _ => TextReport.Write(problems),
        };
        if (output is not null)
        {
            await File.WriteAllTextAsync(Path.GetFullPath(output, head.CurrentFolder), report, cancellationToken);
            head.Error.Profile.Out.Writer.WriteLine($"{TextReport.Summary(problems)} Written to {SafeText.Line(output)}.");
        }
        else if (format == "text")
        {
            new DiagnosticsView(head.Out).Write(problems);
        }
        else
        {
            head.Raw.Write(report);
        }
    }
}
