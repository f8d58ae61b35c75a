using System.Text.Json.Nodes;
using DataEngineer.Activities.Execution;
using DataEngineer.Failures;
using DataEngineer.Operations;
using DataEngineer.Orchestration.Ports;
using DataEngineer.Plans;
using DataEngineer.Runs;
using DataEngineer.Store;
using DataEngineer.Testing;

namespace DataEngineer.Core.Tests.Operations;

public sealed class RunServiceTests : IDisposable
{
    private static readonly RunInterval January = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero), "UTC");

    private readonly TemporaryFolder _folder = new();
    private readonly FakeOrchestrationClient _client = new();
    private readonly FolderStores _stores;
    private readonly RunService _service;

    public RunServiceTests()
    {
        _stores = new FolderStores(_folder.Path);
        _service = new RunService(_client, _stores, TimeProvider.System);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Start_WithoutInterval_IsNumbered()
    {
        Assert.Equal(new RunStart(Run("manual-0001"), Resumed: false), await _service.StartAsync(Command(), Stop));
        await EndAsync(Run("manual-0001"), RunStatus.Succeeded);
        Assert.Equal(new RunStart(Run("manual-0002"), Resumed: false), await _service.StartAsync(Command(), Stop));
    }

    [Fact]
    public async Task Start_Unfinished_GoesOn()
    {
        await _service.StartAsync(Command(), Stop);
        Assert.Equal(new RunStart(Run("manual-0001"), Resumed: true), await _service.StartAsync(Command(), Stop));
        Assert.Single(_client.Instances);
    }

    [Fact]
    public async Task Start_UnfinishedWithOtherVariables_IsRefused()
    {
        await _service.StartAsync(Command(), Stop);
        var e = await Assert.ThrowsAsync<RunConflictException>(() => _service.StartAsync(Command() with { Variables = Variables("EU") }, Stop));
        Assert.StartsWith("Run 'acme.orders.manual-0001.1' is unfinished and was started with other variables.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_FinishedInterval_IsAnotherAttempt()
    {
        var command = Command() with { Interval = January };
        await _service.StartAsync(command, Stop);
        await EndAsync(Run("20260101T000000Z"), RunStatus.Succeeded);
        Assert.Equal(Run("20260101T000000Z", 2), (await _service.StartAsync(command, Stop)).Run);
    }

    [Fact]
    public async Task Start_RecordsWithoutInstances_StillCount()
    {
        await RecordStore.WriteAsync(_stores.Open("acme"), Record(Run("manual-0007"), RunStatus.Failed), Stop);
        Assert.Equal(Run("manual-0008"), (await _service.StartAsync(Command(), Stop)).Run);
    }

    [Fact]
    public async Task Start_OtherPipelineOfTheSameBeginning_IsNotMixedUp()
    {
        await _service.StartAsync(Command() with { Pipeline = "orders_daily" }, Stop);
        Assert.Equal(new RunStart(Run("manual-0001"), Resumed: false), await _service.StartAsync(Command(), Stop));
    }

    [Fact]
    public async Task Retry_FailedRun_AsksForItsReuse()
    {
        await _service.StartAsync(Command() with { Variables = Variables("EU") }, Stop);
        await EndAsync(Run("manual-0001"), RunStatus.Failed, Variables("EU"));
        var start = await _service.RetryAsync(Run("manual-0001"), new RetryCommand(DefinitionChoice.Latest, ["extract.a"]), Stop);
        Assert.Equal(Run("manual-0001", 2), start.Run);
        var input = JsonNode.Parse(_client.Instances[start.Run.ToString()].Input!)!;
        Assert.Equal("acme.orders.manual-0001.1", (string?)input["retryOf"]);
        Assert.Equal("latest", (string?)input["definition"]);
        Assert.Equal("extract.a", (string?)input["from"]![0]);
        Assert.Equal("EU", (string?)input["variables"]!["region"]);
    }

    [Fact]
    public async Task Retry_SucceededRun_IsRefusedWithWhatToDo()
    {
        await _service.StartAsync(Command(), Stop);
        await EndAsync(Run("manual-0001"), RunStatus.Succeeded);
        var e = await Assert.ThrowsAsync<RunConflictException>(() => _service.RetryAsync(Run("manual-0001"), new RetryCommand(), Stop));
        Assert.Equal("Run 'acme.orders.manual-0001.1' ended succeeded; there is nothing to retry. `dataeng run acme/orders` runs it anew.", e.Message);
    }

    [Fact]
    public async Task Retry_UnknownRun_IsRefused() =>
        await Assert.ThrowsAsync<RunConflictException>(() => _service.RetryAsync(Run("manual-0009"), new RetryCommand(), Stop));

    [Fact]
    public async Task Cancel_RunningRun_IsRecorded()
    {
        await _service.StartAsync(Command(), Stop);
        await RecordStore.WriteAsync(_stores.Open("acme"), Record(Run("manual-0001"), RunStatus.Running), Stop);
        var record = await _service.CancelAsync(Run("manual-0001"), "Not needed.", Stop);
        Assert.Equal((RunStatus.Cancelled, FailureClass.Cancelled, "Not needed."), (record.Status, record.Failure!.Class, record.Failure.Message));
        Assert.Equal(RunStatus.Cancelled, (await RecordStore.FindAsync(_stores.Open("acme"), record.Run.ToString(), Stop))!.Status);
    }

    [Fact]
    public async Task Find_OrchestrationBroke_SaysSoAlthoughTheRecordIsOpen()
    {
        await _service.StartAsync(Command(), Stop);
        await RecordStore.WriteAsync(_stores.Open("acme"), Record(Run("manual-0001"), RunStatus.Running), Stop);
        _client.End("acme.orders.manual-0001.1", OrchestrationStatus.Failed, failure: new OrchestrationFailure("Some.Error", "It broke."));
        var record = await _service.FindAsync(Run("manual-0001"), Stop);
        Assert.Equal(RunStatus.Failed, record!.Status);
        Assert.Equal("The orchestration broke: Some.Error: It broke.", record.Failure!.Message);
    }

    [Fact]
    public async Task List_OfAPipeline_IsInOrder()
    {
        foreach (var run in new[] { Run("manual-0002"), Run("manual-0001", 2), Run("manual-0001") })
        {
            await RecordStore.WriteAsync(_stores.Open("acme"), Record(run, RunStatus.Succeeded), Stop);
        }

        await RecordStore.WriteAsync(_stores.Open("acme"), Record(Run("manual-0001") with { Pipeline = "orders_daily" }, RunStatus.Succeeded), Stop);
        Assert.Equal(
            ["acme.orders.manual-0001.1", "acme.orders.manual-0001.2", "acme.orders.manual-0002.1"],
            await _service.ListAsync("acme", "orders", Stop).Select(record => record.Run.ToString()).ToListAsync(Stop));
    }

    private static RunCommand Command() => new("acme", "orders", null, new Dictionary<string, JsonValue>(StringComparer.Ordinal), "manual");

    private static RunIdentity Run(string key, int attempt = 1) => new("acme", "orders", key, attempt);

    private static Dictionary<string, JsonValue> Variables(string region) => new(StringComparer.Ordinal) { ["region"] = JsonValue.Create(region) };

    private static RunRecord Record(RunIdentity run, RunStatus status, IReadOnlyDictionary<string, JsonValue>? variables = null) =>
        new(run, status, "manual", null, variables ?? Command().Variables, "hash", null, DateTimeOffset.UnixEpoch, null, [], null);

    private async Task EndAsync(RunIdentity run, RunStatus status, IReadOnlyDictionary<string, JsonValue>? variables = null)
    {
        var record = Record(run, status, variables);
        await RecordStore.WriteAsync(_stores.Open("acme"), record, Stop);
        _client.End(run.ToString(), OrchestrationStatus.Completed, record);
    }
}
