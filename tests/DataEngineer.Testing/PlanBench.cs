using System.Text.Json.Nodes;
using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Reading;
using DataEngineer.Definitions.Tree;
using DataEngineer.Planning;
using DataEngineer.Planning.Graph;
using DataEngineer.Planning.Queries;
using DataEngineer.Plans;

namespace DataEngineer.Testing;

/// <summary>Plans pipelines from their YAML, as a run would, for a customer 'acme'.</summary>
public sealed class PlanBench : IDisposable
{
    public const string Customer = """
        customer: acme
        owner: data-eng@acme.example
        connections:
          files: {type: files, root: data, max_concurrent: 2}
          warehouse: {type: duckdb, path: warehouse.duckdb}
          lake: {type: lake, root: "{{ secrets.LAKE }}"}
        quotas: {max_concurrent_steps: 3, memory: 2GB, threads: 1}
        """;

    private readonly SqlAnalyzer _analyzer = new();

    public static RunInterval Day { get; } = new(new DateTimeOffset(2026, 1, 31, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero), "UTC");

    /// <summary>The tree of one pipeline, which must be read without problems. Texts are further files, by path below the customer's folder.</summary>
    public static async Task<CustomerTree> ReadAsync(string pipeline, params (string Path, string Text)[] texts)
    {
        var store = new MemoryStore().With("acme/customer.yml", Customer).With("acme/orders.yml", $"version: 1\npipeline: orders\n{pipeline}");
        foreach (var (path, text) in texts)
        {
            store.With($"acme/{path}", text);
        }

        var tree = await DefinitionReader.ReadAsync(store, FakeConnector.All, CancellationToken.None);
        return tree.Diagnostics.Count == 0 ? tree.Customers["acme"] : throw new ArgumentException(string.Join('\n', tree.Diagnostics), nameof(pipeline));
    }

    /// <summary>What is wrong with a pipeline's graph.</summary>
    public async Task<IReadOnlyList<Diagnostic>> ProblemsAsync(string pipeline, params (string Path, string Text)[] texts)
    {
        var tree = await ReadAsync(pipeline, texts);
        return PipelineGraph.Build(tree, tree.Pipelines["orders"], _analyzer).Diagnostics;
    }

    public PlanResult Plan(CustomerTree tree, RunInterval? interval = null, int attempt = 1, params (string Name, JsonValue Value)[] variables)
    {
        var run = new RunIdentity(tree.Id, "orders", interval is null ? "manual-0001" : IntervalKey.Of(interval), attempt);
        return new Planner(_analyzer).Plan(new PlanRequest(tree, run, interval, variables.ToDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal), FakeConnector.All));
    }

    /// <summary>The plan of a pipeline without problems.</summary>
    public async Task<RunPlan> PlanAsync(string pipeline, params (string Path, string Text)[] texts)
    {
        var tree = await ReadAsync(pipeline, texts);
        var result = Plan(tree, tree.Pipelines["orders"].Model.Schedule is null ? null : Day);
        return result.Plan ?? throw new ArgumentException(string.Join('\n', result.Diagnostics), nameof(pipeline));
    }

    public void Dispose() => _analyzer.Dispose();
}
