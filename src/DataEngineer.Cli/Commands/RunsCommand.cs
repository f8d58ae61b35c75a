using System.CommandLine;

namespace DataEngineer.Cli.Commands;

/// <summary>dataeng runs: what ran.</summary>
internal static class RunsCommand
{
    public static Command Create(CommandAction action) => new("runs", "Shows and steers runs.")
    {
        RunsListCommand.Create(action),
        RunsShowCommand.Create(action),
        RunsCancelCommand.Create(action),
    };

    /// <summary>The argument of commands on one run.</summary>
    public static Argument<string> RunArgument() => new("RUN")
    {
        Description = "The run's id (`dataeng runs list` shows it), or customer/pipeline for its latest run.",
    };
}
