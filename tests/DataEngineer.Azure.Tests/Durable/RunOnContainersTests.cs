using System.Text.Json.Nodes;
using DataEngineer.Activities.Execution;
using DataEngineer.Azure.Durable;
using DataEngineer.Azure.Storage;
using DataEngineer.Azure.Tests.Storage;
using DataEngineer.Connections.Secrets;
using DataEngineer.Connectors;
using DataEngineer.Orchestration;
using DataEngineer.Plans;
using DataEngineer.Runs;
using DataEngineer.Store;
using DataEngineer.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace DataEngineer.Azure.Tests.Durable;

/// <summary>A whole run with nothing but containers to work on, through the activities as the head delivers them.</summary>
public sealed class RunOnContainersTests(ContainerStoreFixture fixture) : IClassFixture<ContainerStoreFixture>
{
    private const string Customer = """
        customer: NAME
        owner: data-eng@acme.example
        timezone: UTC
        connections:
          files: {type: files, root: data}
          lake: {type: lake, root: lake}
        """;

    private const string Orders = """
        version: 1
        pipeline: orders
        extract:
          orders: {connection: files, file: {path: "orders/*.csv"}}
        transform:
          by_region:
            sql: select region, count(*) as orders, sum(amount) as revenue from orders group by region
        assert:
          - {dataset: orders, unique: [id]}
        load:
          by_region: {target: lake, table: sales.by_region, write_disposition: replace}
          orders: {target: lake, table: sales.orders, write_disposition: append}
        """;

    // One account serves all tests, so each takes a customer of its own.
    private readonly string _customer = $"acme_{Guid.NewGuid():n}"[..16];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_OnContainers_LoadsWhatItPlanned()
    {
        var stores = await StoresAsync();
        var record = await RunAsync(stores, attempt: 1);
        Assert.True(record.Status == RunStatus.Succeeded, string.Join(Environment.NewLine, record.Steps.Select(step => $"{step.Step} {step.Status} {step.Failure}").Append($"{record.Failure}")));
        Assert.Equal([2, 3], record.Steps.Where(step => step.Load is not null).Select(step => step.Rows.Written).Order());
        Assert.NotNull(await RecordStore.FindAsync(stores.Open(_customer), record.Run.ToString(), Stop));
        Assert.NotEmpty(await stores.Open(_customer).ListAsync("targets/lake/", Stop).ToListAsync(Stop));
        Assert.Empty(Directory.EnumerateFileSystemEntries(fixture.TempFolder));
    }

    [Fact]
    public async Task Run_Again_AppendsToTheTableOfTheFirst()
    {
        var stores = await StoresAsync();
        await RunAsync(stores, attempt: 1);
        var first = await stores.Open(_customer).ListAsync("targets/lake/", Stop).Select(entry => entry.Path).ToListAsync(Stop);
        var record = await RunAsync(stores, attempt: 2);
        Assert.Equal(RunStatus.Succeeded, record.Status);
        var second = await stores.Open(_customer).ListAsync("targets/lake/", Stop).Select(entry => entry.Path).ToListAsync(Stop);
        Assert.True(second.Count > first.Count, string.Join(Environment.NewLine, second));
    }

    private async Task<ContainerStores> StoresAsync()
    {
        var options = new StorageOptions { ConnectionString = fixture.ConnectionString, PipelinesContainer = $"pipelines-{Guid.NewGuid():n}" };
        var stores = ContainerStores.Connect(options, fixture.TempFolder);
        await stores.Pipelines.WriteAsync($"{_customer}/customer.yml", BinaryData.FromString(Customer.Replace("NAME", _customer, StringComparison.Ordinal)).ToMemory(), BlobCondition.None, Stop);
        await stores.Pipelines.WriteAsync($"{_customer}/orders.yml", BinaryData.FromString(Orders).ToMemory(), BlobCondition.None, Stop);
        await stores.Pipelines.WriteAsync($"{_customer}/data/orders/1.csv", "id,region,amount\n1,EU,10.5\n2,US,20\n"u8.ToArray(), BlobCondition.None, Stop);
        await stores.Pipelines.WriteAsync($"{_customer}/data/orders/2.csv", "id,region,amount\n3,EU,4.5\n"u8.ToArray(), BlobCondition.None, Stop);
        return stores;
    }

    private async Task<RunRecord> RunAsync(ContainerStores stores, int attempt)
    {
        var services = new RuntimeServices(
            stores.Pipelines, stores, ConnectorCatalog.All, new VariableSecretSource(_ => null), fixture.TempFolder, new SilentObserver(), TimeProvider.System, NullLoggerFactory.Instance);
        var catalog = RuntimeCatalog.Create(services);
        var host = new ActivityHost(catalog, TimeProvider.System);
        var run = new RunIdentity(_customer, "orders", "manual-0001", attempt);
        var request = new RunRequest(run, null, new Dictionary<string, JsonValue>(StringComparer.Ordinal), "manual");
        var context = new FakeOrchestrationContext(request, (name, json) =>
            host.RunAsync(name, run.ToString(), ActivityCall.Of(JsonNode.Parse(json), null), Stop).GetAwaiter().GetResult());
        return (RunRecord)(await catalog.Orchestrations[RunPipeline.Name].Run(context))!;
    }
}
