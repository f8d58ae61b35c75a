using System.Text.Json.Nodes;
using DataEngineer.Activities.Execution;
using DataEngineer.Plans;
using DataEngineer.Runs;
using DataEngineer.Store;
using DataEngineer.Testing;

namespace DataEngineer.Core.Tests.Activities.Execution;

public sealed class StagedRetentionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly IBlobStore _store;

    public StagedRetentionTests() => _store = new FolderStores(_folder.Path).Open("acme");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Clean_KeepsTheLastRunsAndDropsOlder()
    {
        for (var number = 1; number <= 5; number++)
        {
            await CleanAsync(await RunAsync(number, RunStatus.Succeeded));
        }

        Assert.Equal<int>([3, 4, 5], await RunsWithDataAsync());
    }

    [Fact]
    public async Task Clean_DropsFilesOfSupersededDeliveries()
    {
        var record = await RunAsync(1, RunStatus.Succeeded);
        await _store.WriteAsync(RunPaths.Staged(record.Run.ToString(), "extract.a", "a", "0"), "late"u8.ToArray(), BlobCondition.None, Stop);
        await CleanAsync(record);
        Assert.Single(await PathsAsync());
    }

    [Fact]
    public async Task Clean_LeavesUnfinishedRunsAlone_AndWhatTheyRetry()
    {
        await RunAsync(1, RunStatus.Failed);
        await RunAsync(2, RunStatus.Running, retryOf: "acme.orders.manual-0001.1");
        for (var number = 3; number <= 7; number++)
        {
            await CleanAsync(await RunAsync(number, RunStatus.Succeeded));
        }

        Assert.Equal<int>([1, 2, 5, 6, 7], await RunsWithDataAsync());
    }

    [Fact]
    public async Task Clean_KeepsEarlierDataThatAKeptRunReused()
    {
        var first = await RunAsync(1, RunStatus.Failed);
        for (var number = 2; number <= 5; number++)
        {
            await CleanAsync(await RunAsync(number, RunStatus.Succeeded, reused: number == 5 ? first.Steps : null));
        }

        Assert.DoesNotContain(2, await RunsWithDataAsync());
        await CleanAsync(await RunAsync(6, RunStatus.Succeeded, reused: (await RunAsync(4, RunStatus.Succeeded)).Steps));
        Assert.Contains(4, await RunsWithDataAsync());
    }

    private Task CleanAsync(RunRecord record) => StagedRetention.CleanAsync(_store, record, Stop);

    private async Task<RunRecord> RunAsync(int number, RunStatus status, string? retryOf = null, IReadOnlyList<StepOutcome>? reused = null)
    {
        var run = new RunIdentity("acme", "orders", IntervalKey.Manual(number), 1);
        var path = RunPaths.Staged(run.ToString(), "extract.a", "a", "1");
        await _store.WriteAsync(path, "rows"u8.ToArray(), BlobCondition.None, Stop);
        IReadOnlyList<StepOutcome> steps = status == RunStatus.Running
            ? []
            : [StepOutcome.Of("extract.a", [new DatasetRef("a", path, 1, 4, [])], new RowCounts(1, 1)), .. reused ?? []];
        var record = new RunRecord(
            run, status, "manual", null, new Dictionary<string, JsonValue>(StringComparer.Ordinal), "hash", retryOf, DateTimeOffset.UnixEpoch.AddHours(number), null, steps, null);
        await RecordStore.WriteAsync(_store, record, Stop);
        return record;
    }

    private async Task<List<int>> RunsWithDataAsync() =>
        [.. (await PathsAsync()).Select(path => IntervalKey.NumberOf(RunPaths.RunOfStaged(path).Split('.')[2])).Distinct()];

    private async Task<List<string>> PathsAsync() => await _store.ListAsync(RunPaths.StagedPrefix, Stop).Select(entry => entry.Path).ToListAsync(Stop);
}
