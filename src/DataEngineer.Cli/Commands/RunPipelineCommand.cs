using System.CommandLine;
using DataEngineer.Cli.Checks;
using DataEngineer.Cli.Display;
using DataEngineer.Cli.Hosting;
using DataEngineer.Cli.Records;
using DataEngineer.Operations;
using DataEngineer.Plans;
using DataEngineer.Runs;
using Spectre.Console;

namespace DataEngineer.Cli.Commands;

/// <summary>dataeng run: runs a pipeline, or goes on with its unfinished run.</summary>
internal static class RunPipelineCommand
{
    public static Command Create(CommandAction action)
    {
        var pipeline = RunOptions.Pipeline();
        var interval = RunOptions.Interval();
        var variables = VariableOption.Create();
        var output = RunOptions.Output();
        var command = new Command("run", "Runs a pipeline, or goes on with its unfinished run of the same interval. Ctrl-C stops it so that the same command goes on.")
        {
            pipeline, interval, variables, output,
        };
        command.SetAction((result, _) => action(result, async (head, cancellationToken) =>
        {
            var name = PipelineName.Parse(result.GetRequiredValue(pipeline), head);
            var planned = await new RunChecker(head).CheckAsync(name, result.GetValue(interval), VariableOption.Read(result.GetValue(variables)), cancellationToken);
            return await RunAsync(head, planned, result.GetRequiredValue(output), cancellationToken);
        }));
        return command;
    }

    private static async Task<int> RunAsync(Head head, PlannedRun planned, string output, CancellationToken cancellationToken)
    {
        var isUnfinished = await IsUnfinishedAsync(head, planned, cancellationToken);
        if (planned.Diagnostics.Count > 0 && !isUnfinished)
        {
            new DiagnosticsView(head.Error).Write(planned.Diagnostics);
        }

        if (planned.Plan is null && !isUnfinished)
        {
            return ExitCodes.Invalid;
        }

        var command = new RunCommand(planned.Name.Customer, planned.Name.Pipeline, planned.Interval, planned.Variables, "manual");
        var again = head.Commands.Run(planned.Name.ToString(), planned.IntervalText, planned.Variables);
        var unseen = new UnseenEnd(head, command.Customer, command.Pipeline, KeyOf(planned));
        var follower = new RunFollower(head, output, again, $"{command.Customer}.{command.Pipeline}.{KeyOf(planned)}", unseen);
        if (await unseen.FindAsync(planned.Variables, cancellationToken) is { } ended)
        {
            head.Error.WriteLine($"Run {ended.Run} had ended when its command was killed; this is how. The same command runs it anew.");
            return await follower.ShowEndAsync(ended);
        }

        return await follower.FollowAsync(
            planned.Name.PipelinesFolder, (runs, stop) => runs.StartAsync(command, stop), cancellationToken);
    }

    // A run keeps the definitions it began with, so theirs as they are now are no reason not to go on with it.
    private static async Task<bool> IsUnfinishedAsync(Head head, PlannedRun planned, CancellationToken cancellationToken)
    {
        var known = await new RecordShelf(head).LatestOrNoneAsync(planned.Name.Customer, planned.Name.Pipeline, cancellationToken);
        return known.Any(record => record.Status == RunStatus.Running && record.Run.IntervalKey.StartsWith(KeyOf(planned), StringComparison.Ordinal));
    }

    private static string KeyOf(PlannedRun planned) => planned.Interval is { } interval ? IntervalKey.Of(interval) : IntervalKey.ManualPrefix;
}
