using System.Text.Json;
using DataEngineer.Orchestration.Ports;
using DataEngineer.Planning.Explain;
using DataEngineer.Plans;
using DataEngineer.Testing;

namespace DataEngineer.Core.Tests.Planning.Explain;

public sealed class ExplainTests : IDisposable
{
    private const string Pipeline = """
        extract:
          orders: {connection: lake, file: {path: "a <b> #1 \"x\".csv"}}
        transform:
          daily: {sql: from orders}
        load:
          daily: {target: warehouse}
        """;

    private readonly PlanBench _bench = new();

    [Fact]
    public async Task Json_IsThePlanThatARunExecutes()
    {
        var plan = await _bench.PlanAsync(Pipeline);

        var read = JsonSerializer.Deserialize<RunPlan>(PlanJson.Write(plan), DurableJson.Options)!;

        Assert.Equal(PlanJson.Write(plan), PlanJson.Write(read));
        Assert.Contains("\"kind\": \"extract\"", PlanJson.Write(plan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_ShownInAnyForm_HasSecretsUnresolved()
    {
        var plan = await _bench.PlanAsync(Pipeline);

        Assert.Contains("{{ secrets.LAKE }}", PlanJson.Write(plan), StringComparison.Ordinal);
        Assert.DoesNotContain("secrets", PlanText.Write(plan), StringComparison.Ordinal);
        Assert.DoesNotContain("secrets", PlanDiagram.Write(plan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diagram_ReasonWithSignsOfItsOwn_CannotEndItsLabel()
    {
        var plan = await _bench.PlanAsync(Pipeline);
        var step = plan.Steps[^1] with { Needs = [new StepEdge("transform.daily", "a \"b\" <c> #d & e")] };

        var diagram = PlanDiagram.Write(plan with { Steps = [.. plan.Steps.SkipLast(1), step] });

        Assert.Contains("s2 -->|\"a #quot;b#quot; #lt;c#gt; #35;d #amp; e\"| s3", diagram, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_LongReason_GoesOnBelowItself()
    {
        var plan = await _bench.PlanAsync(Pipeline);
        var step = plan.Steps[^1] with { Needs = [new StepEdge("transform.daily", string.Join(' ', Enumerable.Repeat("reason", 30)))] };

        var text = PlanText.Write(plan with { Steps = [.. plan.Steps.SkipLast(1), step] });

        Assert.Contains("  after       transform.daily: reason reason", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 100, line));
        Assert.Equal(30, text.Split("reason").Length - 1);
    }

    public void Dispose() => _bench.Dispose();
}
