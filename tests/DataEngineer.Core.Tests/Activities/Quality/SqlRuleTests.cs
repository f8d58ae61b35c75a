using System.Text.Json.Nodes;
using DataEngineer.Definitions.Model;
using DataEngineer.Failures;
using DataEngineer.Plans;
using DataEngineer.Testing;
using static DataEngineer.Testing.Checks;

namespace DataEngineer.Core.Tests.Activities.Quality;

/// <summary>sql counts what the user's query returns, and shows its errors where they were written.</summary>
public sealed class SqlRuleTests
{
    [Theory]
    [InlineData("select * from d where x > 1", 2)]
    [InlineData("select * from d where x > 1;", 2)]
    [InlineData("select 1 from d where x > 1 -- the end", 2)]
    [InlineData("select 1 from d; -- the end\n/* really; */\n", 3)]
    [InlineData("with big as (select x from d where x > 2) select * from big order by x limit 5", 1)]
    [InlineData("select d.x from d join other on other.k = d.x", 1)]
    [InlineData("select x, x from d where x = length(';--')", 1)]
    [InlineData("from d where x > 9", 0)]
    public async Task Sql_AnyQuery_CountsTheRowsReturned(string query, long failed)
    {
        using var bench = new AssertBench().With("d", "x", "(1), (2), (3)").With("other", "k", "(3)").Assert(Sql(query));
        var result = await bench.JudgeOneAsync(TestContext.Current.CancellationToken);
        Assert.Equal((failed, 3L), (result.FailedRows, result.TotalRows));
        Assert.Equal(failed, result.Sample is { } sample ? bench.Read(sample).Count : 0);
    }

    [Theory]
    [InlineData("BIGINT", VariableType.Integer, "5")]
    [InlineData("DOUBLE", VariableType.Number, "1.5")]
    [InlineData("BOOLEAN", VariableType.Boolean, "true")]
    [InlineData("DATE", VariableType.Date, "\"2026-01-31\"")]
    [InlineData("VARCHAR", VariableType.String, "\"it's\"")]
    [InlineData("TIMESTAMP WITH TIME ZONE", null, "\"2026-01-31T00:00:00+01:00\"")]
    public async Task Sql_Parameter_IsBoundAsItsType(string type, VariableType? variable, string json)
    {
        using var bench = new AssertBench()
            .With("d", "x", "(1)")
            .Bind("v", new PlannedParameter(variable, (JsonValue)JsonNode.Parse(json)!))
            .Assert(Sql($"select * from d where typeof($v) <> '{type}'"), parameters: "v")
            .Assert(Sql("select $v as v"), parameters: "v");
        var outcome = await bench.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal([0, 1], outcome.Assertions.Select(result => result.FailedRows));
        Assert.Single(bench.Read(outcome.Assertions[1].Sample!));
    }

    [Theory]
    [InlineData("select\n  nope\nfrom d", FailureClass.Schema, "acme/orders.yml(11): assertion 'a1': sql/check.sql(2): Referenced column \"nope\" not found in FROM clause! Candidate bindings: \"x\".")]
    [InlineData("select x frm d where where", FailureClass.Definition, "acme/orders.yml(11): assertion 'a1': sql/check.sql(1): syntax error at or near \"d\".")]
    [InlineData("select cast(x as int) from (select 'secret-' || x as x from d) group by all", FailureClass.Schema, "acme/orders.yml(11): assertion 'a1': sql/check.sql(1): the query met a value that it cannot work with (Conversion error).")]
    [InlineData("select $missing from d", FailureClass.Definition, "acme/orders.yml(11): assertion 'a1': sql/check.sql: the query's parameters are not those that the plan binds.")]
    public async Task Sql_CannotBeRun_FailsAtItsPlaceWithoutRowValues(string query, FailureClass failureClass, string message)
    {
        using var bench = new AssertBench().With("d", "x", "(1), (2)").Assert(Sql(query));
        var e = await Assert.ThrowsAsync<StepFailedException>(() => bench.RunAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("DE0708", failureClass, message), (e.Failure.Code, e.Failure.Class, e.Failure.Message));
    }

    [Theory]
    [InlineData("select * from read_csv('/etc/passwd')")]
    [InlineData("select * from read_text('/etc/hostname')")]
    public async Task Sql_ReachesOutside_IsRefused(string query)
    {
        using var bench = new AssertBench().With("d", "x", "(1)").Assert(Sql(query));
        var e = await Assert.ThrowsAsync<StepFailedException>(() => bench.RunAsync(TestContext.Current.CancellationToken));
        Assert.Equal(FailureClass.Permission, e.Failure.Class);
    }

    [Fact]
    public async Task Sql_Percent_IsOfTheDatasetsRows()
    {
        using var bench = new AssertBench().With("d", "SELECT i AS x FROM range(200) AS r(i)").Assert(Sql("select * from d where x < 2").When(errorIf: ">=1%"));
        Assert.Equal("the query returned 2 rows; 'd' has 200; error_if is >=1%.", (await bench.JudgeOneAsync(TestContext.Current.CancellationToken)).Message);
    }
}
