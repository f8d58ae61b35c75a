using System.CommandLine;

namespace DataEngineer.Cli.Commands;

/// <summary>Arguments and options of the commands that run or plan a pipeline.</summary>
internal static class RunOptions
{
    public static Argument<string> Pipeline() => new("PIPELINE") { Description = "customer/pipeline, or the path of its .yml file." };

    public static Option<string?> Interval() => new("--interval", "-i")
    {
        Description = "What a run of a scheduled pipeline covers, in the form of its schedule: 2026-01-31, 2026-01, 2026-W05, 2026-01-31T06 or START/END.  [default: the latest that is over]",
        HelpName = "INTERVAL",
    };

    public static Option<string> Output() => Formats.Named("--output", "How the summary is written to standard output; with json, progress goes to standard error.", "text", "json");
}
