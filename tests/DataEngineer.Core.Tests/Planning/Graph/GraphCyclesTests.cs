using CsCheck;
using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Model;
using DataEngineer.Planning.Graph;
using DataEngineer.Planning.Queries;
using DataEngineer.Testing;

namespace DataEngineer.Core.Tests.Planning.Graph;

public sealed class GraphCyclesTests
{
    private const string Source = "extract:\n  orders: {connection: files, file: {path: orders.csv}}\n";

    [Theory]
    [InlineData(
        "transform:\n  a: {sql: select * from a}",
        "acme/orders.yml(6,26): DE0414: steps wait for one another: a -> a. a reads a (orders.yml:6). Take one of these away.")]
    [InlineData(
        "transform:\n  c: {sql: from b}\n  a: {sql: from c}\n  b: {sql: from a}\n  d: {sql: from b}",
        "acme/orders.yml(7,17): DE0414: steps wait for one another: a -> c -> b -> a. a reads c (orders.yml:7); c reads b (orders.yml:6); b reads a (orders.yml:8). Take one of these away.")]
    [InlineData(
        "transform:\n  a: {sql: from orders, depends_on: [b]}\n  b: {sql: from a}",
        "acme/orders.yml(6,38): DE0414: steps wait for one another: a -> b -> a. a depends_on b; b reads a (orders.yml:7). Take one of these away.")]
    [InlineData(
        "transform:\n  a: {sql: from orders}\nassert:\n  - {dataset: orders, relationships: {column: x, to: a.x}, on_failure: quarantine}",
        "acme/orders.yml(8,54): DE0414: steps wait for one another: assert.orders -> a -> assert.orders. assert.orders relationships_orders_x reads a (orders.yml:8); a reads orders as its quarantine leaves it (orders.yml:6). Take one of these away.")]
    public async Task Circle_IsShownWholeWithItsPlaces(string pipeline, string expected)
    {
        using var bench = new PlanBench();

        var problem = Assert.Single(await bench.ProblemsAsync(Source + pipeline));

        Assert.Equal(expected, problem.ToString());
    }

    [Fact]
    public async Task Circles_ApartFromOneAnother_AreAllShown()
    {
        using var bench = new PlanBench();

        var problems = await bench.ProblemsAsync(Source + "transform:\n  a: {sql: from b}\n  b: {sql: from a}\n  x: {sql: 'from a, y'}\n  y: {sql: from x}\n  z: {sql: from z}");

        Assert.Equal(["a -> b -> a", "x -> y -> x", "z -> z"], problems.Select(problem => problem.Message.Split(": ")[1].Split('.')[0]));
    }

    [Fact]
    public async Task LongCircle_IsFound()
    {
        using var bench = new PlanBench();
        var chain = Enumerable.Range(0, 300).Select(i => $"  t{i:000}: {{sql: from t{(i + 1) % 300:000}}}");

        var problem = Assert.Single(await bench.ProblemsAsync($"{Source}transform:\n{string.Join('\n', chain)}"));

        Assert.Contains("t000 -> t001 -> t002", problem.Message, StringComparison.Ordinal);
        Assert.Contains("t299 -> t000.", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RandomReads_ACircleIsReportedExactlyWhereThereIsOne()
    {
        using var analyzer = new SqlAnalyzer();
        (from count in Gen.Int[1, 8]
         from reads in Gen.Int[0, 255].Array[count]
         select reads.Select(bits => bits & (bits >> 1)).ToArray()).Sample(
            reads =>
            {
                var transforms = reads.Select((bits, i) => (Name: $"t{i}", Reads: Enumerable.Range(0, reads.Length).Where(j => (bits >> j & 1) == 1).ToList())).ToList();
                var tree = RandomPipeline.Tree(new PipelineDefinition
                {
                    Pipeline = "orders",
                    Transform = transforms.ToDictionary(
                        transform => transform.Name,
                        transform => new TransformDefinition { Sql = $"select 1 as x{(transform.Reads.Count == 0 ? "" : " from ")}{string.Join(", ", transform.Reads.Select(j => $"t{j}"))}" },
                        StringComparer.Ordinal),
                });

                var problems = PipelineGraph.Build(tree, tree.Pipelines["orders"], analyzer).Diagnostics;

                Assert.All(problems, problem => Assert.Equal(PlanningCodes.Cycle, problem.Code));
                Assert.Equal(Knots(transforms.Select(transform => transform.Reads).ToList()), problems.Count);
            },
            iter: 200);
    }

    /// <summary>Groups that reach one another, by plain reachability.</summary>
    private static int Knots(IReadOnlyList<List<int>> reads)
    {
        var reaches = reads.Select(direct => direct.ToHashSet()).ToList();
        for (var round = 0; round < reads.Count; round++)
        {
            foreach (var reached in reaches)
            {
                reached.UnionWith(reached.ToList().SelectMany(next => reads[next]));
            }
        }

        return Enumerable.Range(0, reads.Count)
            .Where(i => reaches[i].Contains(i))
            .Select(i => string.Join(',', Enumerable.Range(0, reads.Count).Where(j => reaches[i].Contains(j) && reaches[j].Contains(i))))
            .Distinct(StringComparer.Ordinal)
            .Count();
    }
}
