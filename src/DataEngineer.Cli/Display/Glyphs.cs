using DataEngineer.Runs;
using Spectre.Console;

namespace DataEngineer.Cli.Display;

/// <summary>The few signs and colours of every view; signs fall back to ASCII where the terminal has no Unicode.</summary>
internal sealed class Glyphs(bool unicode)
{
    private static readonly string[] Turning = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
    private static readonly string[] PlainTurning = ["|", "/", "-", "\\"];

    public static Style Quiet { get; } = new(Color.Grey);

    public static Style Good { get; } = new(Color.Green);

    public static Style Caution { get; } = new(Color.Yellow);

    public static Style Bad { get; } = new(Color.Red);

    public static Style Active { get; } = new(Color.Blue);

    public static Style Strong { get; } = new(decoration: Decoration.Bold);

    public string Done { get; } = unicode ? "✓" : "+";

    public string Warned { get; } = "!";

    public string Failed { get; } = unicode ? "✗" : "x";

    public string Waiting { get; } = unicode ? "·" : ".";

    public string Retrying { get; } = unicode ? "↻" : "~";

    public string Full { get; } = unicode ? "━" : "#";

    public string Empty { get; } = unicode ? "─" : "-";

    /// <summary>Between parts of a sentence.</summary>
    public string Dot { get; } = unicode ? " · " : " - ";

    /// <summary>The turning sign of what is under way, by the tenth of a second.</summary>
    public string Spinner(TimeSpan elapsed)
    {
        var frames = unicode ? Turning : PlainTurning;
        return frames[(int)(elapsed.TotalMilliseconds / 100) % frames.Length];
    }

    public (string Sign, Style Style) Of(StepStatus status) => status switch
    {
        StepStatus.Succeeded or StepStatus.Reused => (Done, Good),
        StepStatus.Warned => (Warned, Caution),
        StepStatus.Failed => (Failed, Bad),
        StepStatus.Running => (Retrying, Active),
        StepStatus.Waiting or StepStatus.Skipped => (Waiting, Quiet),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a status of a step."),
    };

    public (string Sign, Style Style) Of(RunStatus status) => status switch
    {
        RunStatus.Succeeded => (Done, Good),
        RunStatus.Warned or RunStatus.Partial => (Warned, Caution),
        RunStatus.Failed or RunStatus.Cancelled => (Failed, Bad),
        RunStatus.Running => (Retrying, Active),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a status of a run."),
    };

    public static Glyphs For(IAnsiConsole console) => new(console.Profile.Capabilities.Unicode);
}
