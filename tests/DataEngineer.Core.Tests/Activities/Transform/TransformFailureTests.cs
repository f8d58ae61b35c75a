using DataEngineer.Activities.Transform;
using DataEngineer.Definitions.Values;
using DataEngineer.Failures;
using DataEngineer.Plans;
using DataEngineer.Testing;

namespace DataEngineer.Core.Tests.Activities.Transform;

public sealed class TransformFailureTests : IDisposable
{
    private readonly StepBench _bench = new();

    [Fact]
    public async Task UnknownColumn_IsShownWhereItIs()
    {
        _bench.Staged("orders", "SELECT 'EU' AS region");
        var failure = await FailureOfAsync(new SqlText("select\n  'é😀', upper(regoin) as r\nfrom orders", "sql/daily.sql", 13, 1));
        Assert.Equal(
            "sql/daily.sql(14,16): DE0602: column \"regoin\" is not there; candidates: region.\n  14 |   'é😀', upper(regoin) as r\n     |                ^",
            failure.Message);
        Assert.Equal(("DE0602", FailureClass.Schema, "Did you mean \"region\"?"), (failure.Code, failure.Class, failure.Next));
    }

    [Fact]
    public async Task UnknownDataset_ListsThoseThereAre()
    {
        _bench.Staged("orders", "SELECT 1 AS id");
        var failure = await FailureOfAsync(new SqlText("select 1\nfrom ordrs", "orders.yml", 20, 9));
        Assert.Equal("orders.yml(21,14): DE0603: there is no dataset \"ordrs\"; the query may read orders.\n  21 | from ordrs\n     |      ^", failure.Message);
        Assert.Equal((FailureClass.Schema, "Did you mean \"orders\"?"), (failure.Class, failure.Next));
    }

    [Theory]
    [InlineData("select 1 +", "sql/t.sql(1,11): DE0601: syntax error at end of input.")]
    [InlineData("select 'é', fro m t t t", "sql/t.sql(1,19): DE0601: syntax error at or near \"t\".")]
    [InlineData("select fooo(1)", "sql/t.sql(1,8): DE0604: Scalar Function with name fooo does not exist; candidates: floor.")]
    [InlineData("select 1 as a, 2 as A", "sql/t.sql(1): dataset 't': column \"A\" is there twice (upper and lower case are one).")]
    [InlineData("select 1; select 2", "sql/t.sql(1,11): DE0611: a second statement begins here; exactly one SELECT is allowed.")]
    [InlineData("select 1) to '/tmp/x' --", "sql/t.sql(1,9): DE0611: this ) closes nothing; exactly one SELECT is allowed.")]
    [InlineData("drop table orders", "sql/t.sql(1,1): DE0611: the SQL is not a query; exactly one SELECT is allowed.")]
    [InlineData("-- nothing", "sql/t.sql(1,1): DE0611: there is no query; exactly one SELECT is allowed.")]
    [InlineData("select $regin", "sql/t.sql(1,8): DE0614: parameter $regin has no value; this run has none.")]
    [InlineData("select sum('a')", "sql/t.sql(1,8): DE0605: No function matches the given name and argument types 'sum(VARCHAR)'. You might need to add explicit type casts.")]
    public async Task BadQuery_IsADefinitionOrSchemaFailure(string sql, string firstLine)
    {
        var failure = await FailureOfAsync(new SqlText(sql, "sql/t.sql", 1, 1));
        Assert.Equal(firstLine, failure.Message.Split('\n')[0]);
        Assert.True(failure.Class is FailureClass.Definition or FailureClass.Schema);
        Assert.False(failure.Transient);
    }

    [Theory]
    [InlineData("select cast(v as int) as n from src", "DE0606", "sql/t.sql(1,8): DE0606: a value of column \"v\" does not fit INT32.")]
    [InlineData("select v::date as n from src", "DE0606", "sql/t.sql(1,9): DE0606: a value of column \"v\" does not fit DATE.")]
    [InlineData("select 9223372036854775807 + length(v) as n from src", "DE0606", "sql/t.sql(1): DE0606: a result does not fit its type (INT64).")]
    [InlineData("select error(v) as n from src", "DE0610", "sql/t.sql(1): DE0610: the query failed on the rows it read.")]
    [InlineData("select (select v from src) as n", "DE0610", "sql/t.sql(1): DE0610: a subquery that stands for one value gave more than one row.")]
    public async Task BadRows_AreAQualityFailureWithoutTheirValues(string sql, string code, string firstLine)
    {
        _bench.Staged("src", "SELECT 'top-secret' || range AS v FROM range(3)");
        var failure = await FailureOfAsync(new SqlText(sql, "sql/t.sql", 1, 1));
        Assert.Equal((code, FailureClass.Quality), (failure.Code, failure.Class));
        Assert.Equal(firstLine, failure.Message.Split('\n')[0]);
        Assert.DoesNotContain("top-secret", failure.Message + failure.Next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ErrorInAnUnstagedQuery_IsShownInItsOwnFile()
    {
        _bench.Staged("src", "SELECT 'x' AS v");
        var step = Steps.Transform(["src"], Steps.Query("inner_one", "select\n v::int as n from src", staged: false), Steps.Query("outer_one", "select n from inner_one"));
        var failure = await _bench.FailureOfAsync(new TransformActivity(), step);
        Assert.StartsWith("sql/inner_one.sql(2,3): DE0606: ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TooLittleMemory_IsAQuotaFailure()
    {
        _bench.Memory = new ByteSize(20_000_000);
        var failure = await FailureOfAsync(new SqlText("select list(range) as l from range(30000000)", "sql/t.sql", 1, 1));
        Assert.Equal(("DE0607", FailureClass.Quota, false), (failure.Code, failure.Class, failure.Transient));
    }

    [Fact]
    public async Task FailedQuery_StagesNothing()
    {
        _bench.Staged("src", "SELECT 'x' AS v");
        var step = Steps.Transform(["src"], Steps.Query("a", "select v from src"), Steps.Query("b", "select v::int as n from a"));
        await _bench.FailureOfAsync(new TransformActivity(), step);
        Assert.Empty(_bench.Stored("staged/acme"));
        Assert.Empty(Directory.EnumerateFiles(_bench.Elsewhere("state/temp")));
    }

    [Fact]
    public async Task LostInput_IsMissingData()
    {
        var input = _bench.Staged("src", "SELECT 1 AS v");
        File.Delete(Path.Combine(_bench.Store.Location, input.Path));
        var failure = await FailureOfAsync(new SqlText("select v from src", "sql/t.sql", 1, 1));
        Assert.Equal(("DE0617", FailureClass.MissingData), (failure.Code, failure.Class));
        Assert.Equal("Step 'transform.t': the staged file of dataset 'src' is gone: staged/run/src.parquet.", failure.Message);
    }

    public void Dispose() => _bench.Dispose();

    private Task<Failure> FailureOfAsync(SqlText sql) =>
        _bench.FailureOfAsync(new TransformActivity(), Steps.Transform([.. _bench.Inputs.Keys], new PlannedQuery("t", sql, [], Staged: true)));
}
