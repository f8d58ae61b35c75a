using System.Text.Json;
using DataEngineer.Cli.Display;
using DataEngineer.Cli.Hosting;
using DataEngineer.Cli.Records;
using DataEngineer.Cli.Summaries;
using DataEngineer.Embedded.Journal;
using DataEngineer.Operations;
using DataEngineer.Orchestration.Ports;
using DataEngineer.Plans;
using DataEngineer.Runs;
using Spectre.Console;

namespace DataEngineer.Cli.Commands;

/// <summary>Starts or takes up a run, shows it until it ends, and sums it up. A stop leaves it in the journal, to go on later.</summary>
/// <param name="again">The command that goes on with it.</param>
/// <param name="runs">What the ids of its runs begin with.</param>
/// <param name="unseen">Remembers the run until its end was shown; null where the command does not start anew when typed again.</param>
internal sealed class RunFollower(Head head, string output, string again, string runs, UnseenEnd? unseen = null)
{
    private readonly RunFeed _feed = new();

    public async Task<int> FollowAsync(string pipelinesFolder, Func<RunService, CancellationToken, Task<RunStart>> begin, CancellationToken cancellationToken)
    {
        try
        {
            RunRecord record;
            await using (var runtime = await LocalRuntime.OpenAsync(head, pipelinesFolder, IsOurs, _feed, cancellationToken))
            {
                var start = await begin(runtime.Runs, cancellationToken);
                await (unseen?.FollowAsync(start.Run, cancellationToken) ?? Task.CompletedTask);
                record = await WatchAsync(runtime, start, cancellationToken);
            }

            return await ShowEndAsync(record);
        }
        catch (Exception e) when (e is JournalUnavailableException or IOException)
        {
            throw new CommandException(ExitCodes.Environment, e.Message, again, e);
        }
        catch (OperationCanceledException) when (head.Stop.ExitCode != 0)
        {
            head.Error.WriteLine();
            head.Error.Write(new Text("Stopped; to go on: ", Glyphs.Quiet));
            Blocks.WriteUnbroken(head.Error, again);
            return head.Stop.ExitCode;
        }
    }

    /// <summary>Sums up a run that has ended.</summary>
    public async Task<int> ShowEndAsync(RunRecord record)
    {
        var code = SumUp(record);
        await (unseen?.SeenAsync() ?? Task.CompletedTask);
        return code;
    }

    private bool IsOurs(string run) => run.StartsWith(runs, StringComparison.Ordinal);

    private async Task<RunRecord> WatchAsync(LocalRuntime runtime, RunStart start, CancellationToken cancellationToken)
    {
        var display = Display();
        var before = start.Resumed ? await runtime.Client.GetAsync(start.Run.ToString(), cancellationToken) : null;
        var progress = before?.ReadCustomStatus<RunProgress>();
        display.Begin(start, progress is null ? 0 : progress.Done + progress.Failed);
        if (start.Resumed && await PlanAsync(start.Run, cancellationToken) is { } plan)
        {
            display.Planned(plan);
        }

        _feed.Follow(start.Run, display);
        return await display.UntilAsync(runtime.Runs.WaitAsync(start.Run, cancellationToken));
    }

    private IRunDisplay Display() => output == "json"
        ? new PlainView(head.Error.Profile.Out.Writer, head.Time)
        : head is { IsLive: true, Verbose: false } ? new LiveView(head.Out, head.Time) : new PlainView(head.Raw, head.Time);

    private async Task<RunPlan?> PlanAsync(RunIdentity run, CancellationToken cancellationToken) =>
        await head.Stores.Open(run.Customer).ReadAsync(RunPaths.Plan(run.ToString()), cancellationToken) is { } content
            ? JsonSerializer.Deserialize<RunPlan>(content.Bytes.Span, DurableJson.Options)
            : null;

    private int SumUp(RunRecord record)
    {
        var summary = RunSummary.Of(record, head.Commands, path => head.Locate(record.Run.Customer, path));
        if (output == "json")
        {
            JsonOutput.Write(head.Raw, summary);
        }
        else
        {
            new SummaryView(head.Out, head.Time, head.Shorten).Write(summary, withSteps: head.IsLive);
        }

        return summary.ExitCode;
    }
}
