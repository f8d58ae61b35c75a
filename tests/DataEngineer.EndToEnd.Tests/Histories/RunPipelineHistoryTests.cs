using System.Text.Json.Nodes;
using DataEngineer.Activities.Execution;
using DataEngineer.Connections.Secrets;
using DataEngineer.Connectors;
using DataEngineer.Embedded;
using DataEngineer.EndToEnd.Tests.Processes;
using DataEngineer.Operations;
using DataEngineer.Orchestration;
using DataEngineer.Orchestration.Ports;
using DataEngineer.Runs;
using DataEngineer.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace DataEngineer.EndToEnd.Tests.Histories;

/// <summary>
/// Runs recorded once must replay for ever: a failing one means that runs under way would break at the next deployment. A new one is recorded
/// by <c>dotnet run --project tests/DataEngineer.EndToEnd.Tests -- -explicit only -method "*RecordMissing*"</c>, which writes only files
/// that are not there.
/// </summary>
public sealed class RunPipelineHistoryTests
{
    private static readonly OrchestrationRegistration Registration = OrchestrationRegistration.Of(RunPipeline.Name, RunPipeline.RunAsync);

    /// <summary>The run, the pipeline of the shop that it was recorded with (null for the demo's flights), and how it ended.</summary>
    public static TheoryData<string, RunStatus> Recorded => new() { { "demo-flights", RunStatus.Warned }, { "missing-file", RunStatus.Partial } };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Recorded))]
    public void Recorded_Run_StillReplays(string name, RunStatus status)
    {
        var history = File.ReadAllText(FileOf(name));
        Assert.Equal(OrchestrationStatus.Completed, HistoryReplay.Verify(Registration, history).Status);
        Assert.Contains($"\"status\":\"{JsonName(status)}\"", history, StringComparison.Ordinal);
    }

    [Fact]
    public void ChangedOrder_IsNamed()
    {
        var changed = OrchestrationRegistration.Of(RunPipeline.Name, async context =>
        {
            await context.CallActivityAsync<JsonNode>(ActivityNames.FinishRun, null);
            return await RunPipeline.RunAsync(context);
        });
        var found = Assert.Throws<NonDeterministicOrchestrationException>(() => HistoryReplay.Verify(changed, File.ReadAllText(FileOf("demo-flights"))));
        Assert.Equal(0, found.Sequence);
    }

    [Fact(Explicit = true)]
    public async Task RecordMissing()
    {
        foreach (var (name, _) in Recorded.Select(row => row.Data).Where(row => !File.Exists(FileOf(row.Item1))))
        {
            using var demo = Workspace.OfDemo();
            if (name == "missing-file")
            {
                File.Delete(demo.Path("pipelines/demo/data/airports.csv"));
                File.AppendAllText(demo.Path("pipelines/demo/flights.yml"), "  raw: {target: warehouse, dataset: flights, table: aviation.raw, write_disposition: replace}\n");
            }

            await File.WriteAllTextAsync(FileOf(name), await RecordAsync(demo), Stop);
        }
    }

    private static async Task<string> RecordAsync(Workspace demo)
    {
        var stores = new FolderStores(demo.Path(".dataeng"));
        var services = new RuntimeServices(
            new FolderStore(demo.Path("pipelines"), stores.TempFolder),
            stores,
            ConnectorCatalog.All,
            new VariableSecretSource(_ => null),
            stores.TempFolder,
            new SilentObserver(),
            TimeProvider.System,
            NullLoggerFactory.Instance);
        await using var host = await EmbeddedHost.OpenAsync(
            new EmbeddedHostOptions { JournalPath = demo.Path(".dataeng/journal.db") }, RuntimeCatalog.Create(services), TimeProvider.System, NullLoggerFactory.Instance, Stop);
        var runs = new RunService(host.Client, stores, TimeProvider.System);
        var start = await runs.StartAsync(new RunCommand("demo", "flights", null, new Dictionary<string, JsonValue>(StringComparer.Ordinal), "manual"), Stop);
        await runs.WaitAsync(start.Run, Stop);
        return await host.ExportHistoryAsync(start.Run.ToString(), Stop);
    }

    private static string JsonName(RunStatus status) => status.ToString().ToLowerInvariant();

    private static string FileOf(string name) => System.IO.Path.Combine(Workspace.Sources, "tests", "DataEngineer.EndToEnd.Tests", "Histories", name + ".json");
}
