using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Planning.Graph;
using DataEngineer.Planning.Queries;
using DataEngineer.Testing;

namespace DataEngineer.Core.Tests.Planning.Graph;

public sealed class PipelineGraphTests
{
    private const string Sources = """
        extract:
          orders: {connection: files, file: {path: orders.csv}}
          customers: {connection: files, file: {path: customers.csv}}

        """;

    [Fact]
    public async Task Transform_WaitsForWhatItsSqlReads()
    {
        var graph = await GraphAsync("transform:\n  daily: {sql: sql/daily.sql}", ("sql/daily.sql", "select *\nfrom orders\njoin CUSTOMERS using (id)"));

        Assert.Equal(
            ["extract.customers: reads customers (sql/daily.sql:3)", "extract.orders: reads orders (sql/daily.sql:2)"],
            Edges(graph, "transform.daily"));
        Assert.Equal(["customers", "orders"], graph.Steps["transform.daily"].Reads);
    }

    [Fact]
    public async Task Transform_DependsOn_WaitsWithoutReading()
    {
        var graph = await GraphAsync("transform:\n  daily: {sql: select 1 as x from orders, depends_on: [customers, orders]}");

        Assert.Equal(["extract.customers: depends_on customers", "extract.orders: reads orders (orders.yml:7)"], Edges(graph, "transform.daily"));
        Assert.Equal(["orders"], graph.Steps["transform.daily"].Reads);
    }

    [Fact]
    public async Task Transform_PivotWithoutValues_ReadsWhatDependsOnSays()
    {
        var graph = await GraphAsync("transform:\n  wide: {sql: pivot orders on day using sum(amount), depends_on: [orders]}");

        Assert.Equal(["extract.orders: reads orders (orders.yml:7)"], Edges(graph, "transform.wide"));
        Assert.Equal(["orders"], graph.Steps["transform.wide"].Reads);
    }

    [Fact]
    public async Task Load_WaitsForItsDatasetAndEachGateOnIt()
    {
        var graph = await GraphAsync("""
            assert:
              - {dataset: orders, not_null: [id]}
              - {dataset: orders, unique: [id], on_failure: continue}
              - {dataset: orders, row_count: {min: 1}, severity: warn}
              - {name: paid, dataset: orders, sql: select * from orders where not paid}
              - {dataset: customers, not_null: [id], severity: warn}
            load:
              orders: {target: warehouse}
              people: {target: warehouse, dataset: customers}
            """);

        Assert.Equal(
            ["assert.orders: gate not_null_orders_id on orders (orders.yml:7); gate paid on orders (orders.yml:10)", "extract.orders: loads orders (orders.yml:13)"],
            Edges(graph, "load.orders"));
        Assert.Equal(["extract.customers: loads customers (orders.yml:14)"], Edges(graph, "load.people"));
    }

    [Fact]
    public async Task Quarantine_ReadersWaitForWhatItLeaves_ItsOwnAssertionsSeeAllRows()
    {
        var graph = await GraphAsync("""
            transform:
              daily: {sql: select * from orders}
            assert:
              - {dataset: orders, not_null: [id], on_failure: quarantine}
              - {dataset: orders, sql: "select * from orders join customers using (id)"}
              - {dataset: customers, relationships: {column: id, to: orders.customer}}
            load:
              orders: {target: warehouse}
            """);

        Assert.Equal(["assert.orders: reads orders as its quarantine leaves it (orders.yml:7)"], Edges(graph, "transform.daily"));
        Assert.Equal(["extract.customers: sql_orders reads customers (orders.yml:10)", "extract.orders: judges orders (orders.yml:9)"], Edges(graph, "assert.orders"));
        Assert.Equal(
            ["assert.orders: relationships_customers_id reads orders as its quarantine leaves it (orders.yml:11)", "extract.customers: judges customers (orders.yml:11)"],
            Edges(graph, "assert.customers"));
        Assert.Equal(
            ["assert.orders: loads orders as its quarantine leaves it (orders.yml:13); gate not_null_orders_id on orders (orders.yml:9); gate sql_orders on orders (orders.yml:10)"],
            Edges(graph, "load.orders"));
    }

    [Fact]
    public async Task SqlAssertion_WithoutDataset_JudgesTheOneItReads()
    {
        var graph = await GraphAsync("assert:\n  - {sql: with x as (from orders) select * from x}");

        Assert.Equal("orders", Assert.Single(graph.Assertions).Dataset);
    }

    [Fact]
    public async Task Assertions_WithoutNames_AreNamedAfterWhatTheyCheck_EachDifferent()
    {
        var graph = await GraphAsync("""
            assert:
              - {dataset: orders, not_null: [id, "Order Date"]}
              - {dataset: orders, range: {column: id, min: 1}}
              - {dataset: orders, range: {column: id, max: 9}}
              - {name: range_orders_id_2, dataset: orders, row_count: {min: 1}}
              - {dataset: orders, accepted_values: {column: region, values: [EU]}}
              - {dataset: orders, freshness: {column: at, max_age: 2d}}
              - {dataset: orders, pattern: {column: a_very_long_name_of_a_column_that_goes_on_and_on_and_on_and_on, regex: x}}
            """);

        Assert.Equal(
            [
                "not_null_orders_id_order_date", "range_orders_id", "range_orders_id_3", "range_orders_id_2", "accepted_values_orders_region", "freshness_orders_at",
                "pattern_orders_a_very_long_name_of_a_column_that_goes_on_and_on",
            ],
            graph.Assertions.Select(assertion => assertion.Name));
    }

    [Theory]
    [InlineData("transform:\n  x: {sql: select * from orderz}", "acme/orders.yml(7,26): DE0407: 'orderz' is no dataset of pipeline 'orders'; it makes customers, orders, x. Did you mean 'orders'?")]
    [InlineData("transform:\n  x:\n    sql: |\n      select *\n      from nowhere", "acme/orders.yml(10,12): DE0407: 'nowhere' is no dataset of pipeline 'orders'; it makes customers, orders, x.")]
    [InlineData("transform:\n  x: {sql: \"select * fro orders\"}", "acme/orders.yml(7,26): DE0401: syntax error at or near \"orders\" in: select * fro orders")]
    [InlineData("transform:\n  x: {sql: \"select $regio from orders\"}\nvariables: {region: {type: string}}", "acme/orders.yml(7,20): DE0409: '$regio' is no variable of pipeline 'orders'; it has $region. Did you mean 'region'?")]
    [InlineData("transform:\n  x: {sql: \"select $y from orders\"}", "acme/orders.yml(7,20): DE0409: '$y' is no variable of pipeline 'orders'; it has none. Declare it: variables: {y: {type: string}}.")]
    [InlineData("transform:\n  x: {sql: \"select $interval_start from orders\"}", "acme/orders.yml(7,20): DE0410: '$interval_start' needs a schedule, and pipeline 'orders' has none; its runs cover no interval. Add a schedule, or use a variable.")]
    [InlineData("transform:\n  x: {sql: \"select $interval_strat from orders\"}\nschedule: {cron: \"0 6 * * *\"}", "acme/orders.yml(7,20): DE0409: '$interval_strat' is no variable of pipeline 'orders'; it has $interval_start, $interval_end. Did you mean 'interval_start'?")]
    [InlineData("transform:\n  x: {sql: sql/missing.sql}", "acme/orders.yml(7,12): DE0411: 'sql/missing.sql' is not in the customer's folder.")]
    [InlineData("transform:\n  x: {sql: pivot orders on day using sum(x)}", "acme/orders.yml(7,12): DE0412: the engine does not tell what a PIVOT reads unless its values are listed with IN. List the values, or name the datasets it reads: depends_on: [name].")]
    [InlineData("transform:\n  x: {sql: select 1 as x, depends_on: [order]}", "acme/orders.yml(7,40): DE0413: depends_on names 'order', which is no dataset of pipeline 'orders'; it makes customers, orders, x. Did you mean 'orders'?")]
    [InlineData("load:\n  daily: {target: warehouse}", "acme/orders.yml(7,10): DE0413: load 'daily' names 'daily', which is no dataset of pipeline 'orders'; it makes customers, orders.")]
    [InlineData("assert:\n  - {dataset: customer, not_null: [id]}", "acme/orders.yml(7,15): DE0413: the assertion names 'customer', which is no dataset of pipeline 'orders'; it makes customers, orders. Did you mean 'customers'?")]
    [InlineData("assert:\n  - {dataset: orders, relationships: {column: c, to: customer.id}}", "acme/orders.yml(7,54): DE0413: relationships names 'customer', which is no dataset of pipeline 'orders'; it makes customers, orders. Did you mean 'customers'?")]
    [InlineData("assert:\n  - {sql: \"from orders join customers using (id)\"}", "acme/orders.yml(7,5): DE0416: the assertion's query reads orders, customers, and it does not say which dataset it judges. Add dataset: name.")]
    [InlineData("assert:\n  - {sql: select 1}", "acme/orders.yml(7,5): DE0416: the assertion's query reads no dataset, and it does not say which dataset it judges. Add dataset: name.")]
    [InlineData("assert:\n  - {name: a, dataset: orders, not_null: [id]}\n  - {name: a, dataset: orders, unique: [id]}", "acme/orders.yml(8,12): DE0418: an assertion before this one is named 'a' too. Give each its own name.")]
    [InlineData("transform:\n  orders: {sql: select 1 as x from customers}", "acme/orders.yml(7,3): DE0415: extract 'orders' makes a dataset of this name too. Give one of them another name.")]
    [InlineData("variables: {interval_end: {type: date}}", "acme/orders.yml(6,13): DE0419: 'interval_end' is what SQL sees of the run's interval. Give the variable another name.")]
    [InlineData("transform:\n  x: {sql: from orders, materialize: false}", "acme/orders.yml(7,38): DE0417: 'x' has materialize: false, but nothing reads it. Take materialize: false away.")]
    [InlineData("transform:\n  x: {sql: from orders, materialize: false}\nload:\n  x: {target: warehouse}", "acme/orders.yml(7,38): DE0417: 'x' has materialize: false, but load.x needs it staged. Take materialize: false away.")]
    [InlineData("transform:\n  x: {sql: from orders, materialize: false}\n  y: {sql: from orders, depends_on: [x]}", "acme/orders.yml(7,38): DE0417: 'x' has materialize: false, but transform.y needs it staged. Take materialize: false away.")]
    public async Task Problem_IsShownWhereItIsWritten(string pipeline, string expected)
    {
        using var bench = new PlanBench();

        var problem = Assert.Single(await bench.ProblemsAsync(Sources + pipeline));

        Assert.Equal(expected, problem.ToString());
    }

    [Fact]
    public async Task Problem_InAFile_IsShownBelowThePipelinesFolder()
    {
        using var bench = new PlanBench();

        var problem = Assert.Single(await bench.ProblemsAsync(Sources + "transform:\n  x: {sql: sql/x.sql}", ("sql/x.sql", "select *\nfrom orderz")));

        Assert.StartsWith("acme/sql/x.sql(2,6): DE0407: 'orderz' is no dataset", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validator_LeavesOutWhatRulesSay_AndSaysASharedFileOnce()
    {
        var tree = await PlanBench.ReadAsync(
            Sources + "transform:\n  x: {sql: sql/x.sql}\n  y: {sql: sql/x.sql}\nload:\n  nothing: {target: warehouse}", ("sql/x.sql", "select * from orders wher a b"));

        var problems = GraphValidator.Validate(new(new Dictionary<string, DataEngineer.Definitions.Tree.CustomerTree>(StringComparer.Ordinal) { ["acme"] = tree }, []));

        Assert.Equal([PlanningCodes.SqlSyntax], problems.Select(problem => problem.Code));
    }

    private static async Task<PipelineGraph> GraphAsync(string pipeline, params (string Path, string Text)[] texts)
    {
        var tree = await PlanBench.ReadAsync(Sources + pipeline, texts);
        using var analyzer = new SqlAnalyzer();
        var result = PipelineGraph.Build(tree, tree.Pipelines["orders"], analyzer);
        Assert.Empty(result.Diagnostics);
        return result.Graph;
    }

    private static IEnumerable<string> Edges(PipelineGraph graph, string step) => graph.Steps[step].Needs.Select(edge => $"{edge.Step}: {edge.Reason}");
}
