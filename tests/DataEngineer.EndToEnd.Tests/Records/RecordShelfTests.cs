using DataEngineer.Activities.Execution;
using DataEngineer.EndToEnd.Tests.Building;
using DataEngineer.EndToEnd.Tests.Processes;
using DataEngineer.Plans;
using DataEngineer.Runs;
using DataEngineer.Store;
using DataEngineer.Testing;

namespace DataEngineer.EndToEnd.Tests.Records;

public sealed class RecordShelfTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task List_ShowsTheLatestFirst_OfOneCustomerOrPipelineWhereAsked()
    {
        await WriteAsync("demo", "flights", 1, 10);
        await WriteAsync("demo", "weather", 1, 30);
        await WriteAsync("demo", "flights", 2, 20);
        await WriteAsync("other", "flights", 1, 40);
        Assert.Equal(["other.flights.manual-0001.1", "demo.weather.manual-0001.1", "demo.flights.manual-0002.1", "demo.flights.manual-0001.1"], await ListAsync());
        Assert.Equal(["demo.weather.manual-0001.1", "demo.flights.manual-0002.1", "demo.flights.manual-0001.1"], await ListAsync("demo"));
        Assert.Equal(["demo.flights.manual-0002.1", "demo.flights.manual-0001.1"], await ListAsync("demo/flights"));
        Assert.Equal(["other.flights.manual-0001.1"], await ListAsync("--limit", "1"));
    }

    [Fact]
    public async Task Show_TakesAnIdOrTheLatestOfAPipeline()
    {
        await WriteAsync("demo", "flights", 1, 10);
        await WriteAsync("demo", "flights", 2, 20);
        (await RunAsync("runs", "show", "demo/flights")).With(0).Says("run demo.flights.manual-0002.1");
        (await RunAsync("runs", "show", "demo.flights.manual-0001.1")).With(0).Says("run demo.flights.manual-0001.1");
        (await RunAsync("runs", "show", "demo.flights.manual-0003.1")).With(2).Says("There is no run").Says("Did you mean 'demo.flights.manual-000");
        (await RunAsync("runs", "show", "demo/flihgts")).With(2).Says("Did you mean 'demo/flights'?");
        (await RunAsync("runs", "show", "dmeo/flights")).With(2).Says("Did you mean 'demo'?");
        (await RunAsync("runs", "show", "demo.flights.../../secret.1")).With(2);
    }

    [Fact]
    public async Task Preview_TakesTheLatestRunThatHasEnded_OrSaysThatNoneHas()
    {
        await WriteAsync("demo", "flights", 2, 20, RunStatus.Running);
        (await RunAsync("preview", "demo/flights", "x")).With(2).Says("No run of demo/flights has ended yet.").Says("dataeng run demo/flights");
        await WriteAsync("demo", "flights", 1, 10);
        (await RunAsync("preview", "demo/flights", "x")).With(2).Says("Run demo.flights.manual-0001.1 has no dataset 'x'.");
        (await RunAsync("preview", "demo/weather", "x", "--run", "demo.flights.manual-0001.1")).With(2).Says("is one of demo/flights, not of demo/weather");
    }

    [Fact]
    public async Task Preview_OfStagedDataThatIsGone_SaysSo()
    {
        await WriteAsync("demo", "flights", 1, 10);
        (await RunAsync("preview", "demo/flights", "big")).With(2).Says("are no longer there");
        (await RunAsync("preview", "demo/flights", "bgi")).With(2).Says("Did you mean 'big'?");
        (await RunAsync("preview", "demo/flights", "big", "--quarantined")).With(2).Says("set no rows of 'big' aside");
    }

    [Fact]
    public async Task RetryFromAnUnknownStep_IsRefusedBeforeAnythingStarts()
    {
        await WriteAsync("demo", "flights", 1, 10);
        (await RunAsync("retry", "demo/flights", "--from", "extract.bgi")).With(2).Says("Did you mean 'extract.big'?");
        Assert.False(File.Exists(_folder[".dataeng/journal.db"]));
    }

    private async Task WriteAsync(string customer, string pipeline, int number, int minutes, RunStatus status = RunStatus.Failed)
    {
        var run = new RunIdentity(customer, pipeline, IntervalKey.Manual(number), 1);
        var store = new FolderStores(_folder[".dataeng"]).Open(customer);
        var steps = status == RunStatus.Running ? [] : new[] { Some.Extract("big", 10) };
        await RecordStore.WriteAsync(store, Some.Record(status, steps) with { Run = run, StartedAt = Some.Noon.AddMinutes(minutes) }, CancellationToken.None);
        File.SetLastWriteTimeUtc(Path.Combine(store.Location, RunPaths.Record(run.ToString())), Some.Noon.AddMinutes(minutes).UtcDateTime);
    }

    private async Task<List<string>> ListAsync(params string[] arguments)
    {
        var listed = (await RunAsync(["runs", "list", .. arguments])).With(0);
        return [.. listed.Output.Split([' ', '\n']).Where(word => word.Contains(".manual-", StringComparison.Ordinal))];
    }

    private Task<Ended> RunAsync(params string[] arguments) => InProcess.RunAsync(_folder.Path, arguments);
}
