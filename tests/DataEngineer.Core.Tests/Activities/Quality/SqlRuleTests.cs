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
    [InlineData("select\n  nope\nfrom d", "DE0602", FailureClass.Schema, "sql/check.sql(2,3): DE0602: column \"nope\" is not there; candidates: x.")]
    [InlineData("select x frm d where where", "DE0601", FailureClass.Definition, "sql/check.sql(1,14): DE0601: syntax error at or near \"d\".")]
    [InlineData("select * from orders", "DE0603", FailureClass.Schema, "sql/check.sql(1,15): DE0603: there is no dataset \"orders\"; the query may read d.")]
    [InlineData("select 1; select 2", "DE0611", FailureClass.Definition, "sql/check.sql(1,11): DE0611: a second statement begins here; exactly one SELECT is allowed.")]
    [InlineData("select $missing from d", "DE0614", FailureClass.Definition, "sql/check.sql(1,8): DE0614: parameter $missing has no value; this run has none.")]
    public async Task Sql_CannotBeRun_FailsAtItsPlace(string query, string code, FailureClass failureClass, string message)
    {
        using var bench = new AssertBench().With("d", "x", "(1), (2)").Assert(Sql(query));
        var e = await Assert.ThrowsAsync<StepFailedException>(() => bench.RunAsync(TestContext.Current.CancellationToken));
        Assert.Equal((code, failureClass, $"acme/orders.yml(11): assertion 'a1': {message}"), (e.Failure.Code, e.Failure.Class, e.Failure.Message.Split('\n')[0]));
    }

    [Theory]
    [InlineData("select cast(x as int) as y from (select 'secret-' || x as x from d) group by all")]
    [InlineData("select cast(x as int) as y from (select 'secret-' || x as x from d)")]
    public async Task Sql_FailsOnAValue_DoesNotShowIt(string query)
    {
        using var bench = new AssertBench().With("d", "x", "(1), (2)").Assert(Sql(query));
        var e = await Assert.ThrowsAsync<StepFailedException>(() => bench.RunAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith("acme/orders.yml(11): assertion 'a1': sql/check.sql(1,8): DE0606: a value", e.Failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-1", e.Failure.Message, StringComparison.Ordinal);
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
