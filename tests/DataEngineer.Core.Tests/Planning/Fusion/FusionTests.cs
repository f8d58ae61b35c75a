using DataEngineer.Plans;
using DataEngineer.Testing;

namespace DataEngineer.Core.Tests.Planning.Fusion;

public sealed class FusionTests
{
    private const string Source = "extract:\n  orders: {connection: files, file: {path: orders.csv}}\n  customers: {connection: files, file: {path: customers.csv}}\n";

    [Theory]
    [InlineData("a: {sql: from orders}\nb: {sql: from a}\nc: {sql: 'from b, customers'}", "c=a+b+c")]
    [InlineData("a: {sql: from orders}\nb: {sql: from customers}\nc: {sql: 'from a, b'}", "c=a+b+c")]
    [InlineData("a: {sql: from orders}\nz: {sql: from a}\nb: {sql: from z}", "b=a+z+b")]
    // Two readers, or one that reads twice.
    [InlineData("a: {sql: from orders}\nb: {sql: from a}\nc: {sql: from a}", "a=a b=b c=c")]
    [InlineData("a: {sql: from orders}\nb: {sql: 'from a x, a y'}", "a=a b=b")]
    // Staged because it is told to.
    [InlineData("a: {sql: from orders, materialize: true}\nb: {sql: from a}", "a=a b=b")]
    // Different retry or timeout.
    [InlineData("a: {sql: from orders, timeout: 1m}\nb: {sql: from a}", "a=a b=b")]
    [InlineData("a: {sql: from orders, timeout: 1h}\nb: {sql: from a}", "b=a+b")]
    [InlineData("a: {sql: from orders}\nb: {sql: from a, retry: {max_attempts: 9}}", "a=a b=b")]
    [InlineData("a: {sql: from orders, retry: {fail_on: [quota]}}\nb: {sql: from a, retry: {fail_on: [quota]}}", "b=a+b")]
    // Waited for without being read.
    [InlineData("a: {sql: from orders}\nb: {sql: from orders, depends_on: [a]}", "a=a b=b")]
    // A query that does not show what it reads can be the last of a step, but no part of another.
    [InlineData("a: {sql: pivot orders on x using sum(y), depends_on: [orders]}\nb: {sql: from a}", "a=a b=b")]
    [InlineData("a: {sql: from orders}\nb: {sql: pivot a on x using sum(y), depends_on: [a]}", "b=a+b")]
    // Never staged: part of every reader, in an order that fits.
    [InlineData("a: {sql: from orders, materialize: false}\nb: {sql: from a}\nc: {sql: from a}", "b=a+b c=a+c")]
    [InlineData("a: {sql: 'from b, orders', materialize: false}\nb: {sql: from customers, materialize: false}\nc: {sql: 'from a, b'}", "c=b+a+c")]
    [InlineData("a: {sql: from orders, materialize: false, timeout: 1m}\nb: {sql: 'from a x, a y'}", "b=a+b")]
    public async Task Transforms_ThatOnlyOneOtherNeeds_AreOneStep(string transforms, string expected)
    {
        var plan = await PlanAsync($"transform:\n  {transforms.Replace("\n", "\n  ", StringComparison.Ordinal)}");

        Assert.Equal(expected, Steps(plan));
    }

    [Theory]
    [InlineData("load:\n  a: {target: warehouse}")]
    [InlineData("assert:\n  - {dataset: a, not_null: [x]}")]
    [InlineData("assert:\n  - {dataset: orders, relationships: {column: x, to: a.x}}")]
    [InlineData("assert:\n  - {dataset: orders, sql: 'from orders, a'}")]
    public async Task Transform_ThatSomethingElseUses_IsStaged(string use)
    {
        var plan = await PlanAsync($"transform:\n  a: {{sql: from orders}}\n  b: {{sql: from a}}\n{use}");

        Assert.Equal("a=a b=b", Steps(plan));
    }

    [Fact]
    public async Task FusedStep_ReadsAndWaitsForWhatAllItsQueriesDo_AndStagesTheLast()
    {
        var plan = await PlanAsync("variables: {x: {type: string, default: v}}\ntransform:\n  a: {sql: 'select $x as x from orders, customers'}\n  b: {sql: 'from a, orders'}");

        var step = Assert.IsType<TransformStep>(plan.Steps.Single(step => step.Name == "transform.b"));
        Assert.Equal(["customers", "orders"], step.Reads);
        Assert.Equal(["b"], step.Writes);
        Assert.Equal(
            ["extract.customers: reads customers (orders.yml:8)", "extract.orders: reads orders (orders.yml:8); reads orders (orders.yml:9)"],
            step.Needs.Select(need => $"{need.Step}: {need.Reason}"));
        Assert.Equal([false, true], step.Queries.Select(query => query.Staged));
        Assert.Equal(["x"], step.Queries[0].Parameters);
    }

    [Fact]
    public async Task FusedStep_OfALongChain_HasItsQueriesInOrder()
    {
        var chain = Enumerable.Range(0, 500).Select(i => $"  t{i:000}: {{sql: from {(i == 499 ? "orders" : $"t{i + 1:000}")}}}");

        var plan = await PlanAsync($"transform:\n{string.Join('\n', chain)}");

        var step = Assert.Single(plan.Steps.OfType<TransformStep>());
        Assert.Equal(Enumerable.Range(0, 500).Select(i => $"t{499 - i:000}"), step.Queries.Select(query => query.Dataset));
    }

    private static async Task<RunPlan> PlanAsync(string pipeline)
    {
        using var bench = new PlanBench();
        return await bench.PlanAsync(Source + pipeline);
    }

    private static string Steps(RunPlan plan) =>
        string.Join(' ', plan.Steps.OfType<TransformStep>().OrderBy(step => step.Name, StringComparer.Ordinal).Select(step => $"{step.Writes[0]}={string.Join('+', step.Queries.Select(query => query.Dataset))}"));
}
