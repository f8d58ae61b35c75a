using Spectre.Console;
using Spectre.Console.Rendering;

namespace DataEngineer.Cli.Display;

/// <summary>
/// One picture of a run under way: a line of what it is, a line a step, a line of how far it is. Where not every step has room,
/// those at work come first, then those with a problem, then the latest that ended.
/// </summary>
internal sealed class LiveScreen(Glyphs glyphs)
{
    private const int Frame = 5;
    private const int BarWidth = 20;
    private const int RowsWidth = 16;
    private const int ElapsedWidth = 8;

    public IRenderable Draw(RunSight sight, int width, int height)
    {
        var shown = Choose(sight, Math.Max(1, height - Frame - 1));
        var nameWidth = Math.Min(shown.Select(step => SafeText.Width(step.Name)).DefaultIfEmpty(8).Max(), Math.Max(12, width - 48));
        var lines = new List<IRenderable> { Header(sight, width), new Text("") };
        lines.AddRange(shown.Select(step => Line(step, sight.Elapsed, nameWidth, width - 1)));
        if (shown.Count > 0)
        {
            lines.Add(new Text(""));
        }

        lines.Add(Footer(sight, width));
        return new Rows(lines);
    }

    private static List<StepSight> Choose(RunSight sight, int room)
    {
        var known = sight.Steps.Where(step => step.Phase != StepPhase.Waiting).ToList();
        if (known.Count <= room)
        {
            return known;
        }

        var chosen = known
            .Select((step, index) => (Step: step, Index: index))
            .OrderBy(entry => entry.Step.Phase switch
            {
                StepPhase.Running or StepPhase.Retrying => 0,
                StepPhase.Failed => 1,
                StepPhase.Warned => 2,
                _ => 3,
            })
            .ThenByDescending(entry => entry.Index)
            .Take(room)
            .OrderBy(entry => entry.Index);
        return [.. chosen.Select(entry => entry.Step)];
    }

    private static Paragraph Header(RunSight sight, int width)
    {
        var name = $"{sight.Run.Customer}/{sight.Run.Pipeline}";
        var about = sight.Interval is { } interval ? Words.Interval(interval) : sight.Run.ToString();
        var elapsed = Words.Elapsed(sight.Elapsed);
        var aboutWidth = width - 1 - 2 - SafeText.Width(name) - 2 - elapsed.Length;
        return new Paragraph()
            .Append($"  {SafeText.Line(name)}", Glyphs.Strong)
            .Append("  " + SafeText.Fit(about, Math.Max(0, aboutWidth)), Glyphs.Quiet)
            .Append(elapsed, Glyphs.Quiet);
    }

    private Paragraph Line(StepSight step, TimeSpan clock, int nameWidth, int width)
    {
        var (sign, style) = Sign(step, clock);
        var line = new Paragraph().Append($"  {sign} ", style).Append(SafeText.Fit(step.Name, nameWidth), step.Phase == StepPhase.Running ? Glyphs.Strong : Style.Plain);
        var room = width - 4 - nameWidth;
        return step.Phase switch
        {
            StepPhase.Retrying => line
                .Append(SafeText.Cut($"  attempt {step.Attempt} of {step.MaxAttempts} within {Words.Wait(step.RetryWithin ?? TimeSpan.Zero)}: {step.Message}", room), Glyphs.Caution),
            StepPhase.Failed => line.Append(SafeText.Cut($"  {step.Message}", room), Glyphs.Bad),
            _ => line
                .Append((Count(step) is { } rows ? Words.Rows(rows) : "").PadLeft(RowsWidth))
                .Append(Words.Elapsed(step.Elapsed).PadLeft(ElapsedWidth), Glyphs.Quiet)
                .Append(SafeText.Cut(Pace(step), room - RowsWidth - ElapsedWidth), Glyphs.Quiet),
        };
    }

    // A step that has only begun has no number worth a look.
    private static long? Count(StepSight step) => step is { Phase: StepPhase.Running, Rows: 0 } ? null : step.Rows;

    private static string Pace(StepSight step)
    {
        var fraction = step is { Phase: StepPhase.Running, Fraction: > 0 and < 0.995 and var part } ? $"{Math.Clamp(part, 0, 1) * 100:0}%" : "";
        var rate = step is { Phase: StepPhase.Running, RowsPerSecond: { } pace } ? Words.Rate(pace) : "";
        return string.Concat(new[] { fraction, rate }.Where(text => text.Length > 0).Select(text => "  " + text));
    }

    private (string Sign, Style Style) Sign(StepSight step, TimeSpan clock) => step.Phase switch
    {
        StepPhase.Running => (glyphs.Spinner(clock), Glyphs.Active),
        StepPhase.Retrying => (glyphs.Retrying, Glyphs.Caution),
        StepPhase.Done => (glyphs.Done, Glyphs.Good),
        StepPhase.Warned => (glyphs.Warned, Glyphs.Caution),
        StepPhase.Failed => (glyphs.Failed, Glyphs.Bad),
        _ => (glyphs.Waiting, Glyphs.Quiet),
    };

    private Paragraph Footer(RunSight sight, int width)
    {
        if (sight.Total is not { } total)
        {
            return new Paragraph().Append($"  {glyphs.Spinner(sight.Elapsed)} ", Glyphs.Active).Append(sight.DoneBefore > 0 ? "going on" : "planning", Glyphs.Quiet);
        }

        var ended = Math.Min(sight.Ended, total);
        var filled = total == 0 ? BarWidth : BarWidth * ended / total;
        var running = sight.Count(StepPhase.Running);
        var retrying = sight.Count(StepPhase.Retrying);
        var counts = new List<string> { $"{ended} of {total}" };
        Add(running, "running");
        Add(retrying, "retrying");
        Add(sight.Count(StepPhase.Failed), "failed");
        Add(sight.Count(StepPhase.Warned), "warned");
        Add(total - ended - running - retrying, "to come");
        return new Paragraph()
            .Append("  " + Repeat(glyphs.Full, filled), Glyphs.Good)
            .Append(Repeat(glyphs.Empty, BarWidth - filled), Glyphs.Quiet)
            .Append(SafeText.Cut("  " + string.Join(glyphs.Dot, counts), width - BarWidth - 3), Glyphs.Quiet);

        void Add(int count, string what)
        {
            if (count > 0)
            {
                counts.Add($"{count} {what}");
            }
        }
    }

    private static string Repeat(string sign, int times) => string.Concat(Enumerable.Repeat(sign, times));
}
