using System.CommandLine;
using DataEngineer.Cli.Display;
using DataEngineer.Cli.Hosting;
using DataEngineer.Cli.Records;
using DataEngineer.Cli.Summaries;

namespace DataEngineer.Cli.Commands;

/// <summary>dataeng runs show: one run with steps, rows, assertions, loads and failures, from its record alone.</summary>
internal static class RunsShowCommand
{
    public static Command Create(CommandAction action)
    {
        var run = RunsCommand.RunArgument();
        var format = Formats.Option("text", "json");
        var command = new Command("show", "Shows a run: steps, rows, assertions with samples, loads, failures with who answers for them.") { run, format };
        command.SetAction((result, _) => action(result, (head, cancellationToken) =>
            ShowAsync(head, result.GetRequiredValue(run), result.GetRequiredValue(format), cancellationToken)));
        return command;
    }

    private static async Task<int> ShowAsync(Head head, string run, string format, CancellationToken cancellationToken)
    {
        var record = await new RecordShelf(head).FindAsync(run, cancellationToken);
        var summary = RunSummary.Of(record, head.Commands, path => head.Locate(record.Run.Customer, path));
        if (format == "json")
        {
            JsonOutput.Write(head.Raw, summary);
        }
        else
        {
            new SummaryView(head.Out, head.Time, head.Shorten).Write(summary, withSteps: true);
        }

        return ExitCodes.Success;
    }
}
