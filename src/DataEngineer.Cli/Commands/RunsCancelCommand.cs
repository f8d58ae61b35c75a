using System.CommandLine;
using DataEngineer.Activities.Execution;
using DataEngineer.Cli.Display;
using DataEngineer.Cli.Hosting;
using DataEngineer.Cli.Records;
using DataEngineer.Runs;
using Spectre.Console;

namespace DataEngineer.Cli.Commands;

/// <summary>dataeng runs cancel: stops an unfinished run for good.</summary>
internal static class RunsCancelCommand
{
    public static Command Create(CommandAction action)
    {
        var run = RunsCommand.RunArgument();
        var reason = new Option<string>("--reason") { Description = "Why, for its record.", HelpName = "TEXT", DefaultValueFactory = _ => "cancelled by hand" };
        var command = new Command("cancel", "Stops an unfinished run for good; what it loaded stays.") { run, reason };
        command.SetAction((result, _) => action(result, (head, cancellationToken) =>
            CancelAsync(head, result.GetRequiredValue(run), result.GetRequiredValue(reason), cancellationToken)));
        return command;
    }

    private static async Task<int> CancelAsync(Head head, string run, string reason, CancellationToken cancellationToken)
    {
        var found = await new RecordShelf(head).FindAsync(run, cancellationToken);
        if (found.Status != RunStatus.Running)
        {
            throw new CommandException(ExitCodes.Invalid, $"Run {found.Run} is not unfinished; it {Words.Status(found.Status)}.", head.Commands.Show(found.Run));
        }

        await using var runtime = await LocalRuntime.OpenAsync(head, head.PipelinesFolder, goesOn: _ => false, new SilentObserver(), cancellationToken);
        var record = await runtime.Runs.CancelAsync(found.Run, reason, cancellationToken);
        head.Out.WriteLine($"Run {record.Run} is {Words.Status(record.Status)}.");
        return ExitCodes.Success;
    }
}
