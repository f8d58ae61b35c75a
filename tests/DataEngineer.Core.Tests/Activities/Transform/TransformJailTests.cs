using DataEngineer.Activities.Transform;
using DataEngineer.Failures;
using DataEngineer.Testing;

namespace DataEngineer.Core.Tests.Activities.Transform;

public sealed class TransformJailTests : IDisposable
{
    private readonly StepBench _bench = new();

    [Theory]
    [InlineData("select * from read_csv('{0}')")]
    [InlineData("select * from read_text('{0}')")]
    [InlineData("select * from read_blob('{0}')")]
    [InlineData("select * from '{0}'")]
    [InlineData("select * from sniff_csv('{0}')")]
    [InlineData("select * from glob('{1}/*')")]
    [InlineData("select * from read_parquet('{1}/*.parquet')")]
    [InlineData("select * from read_csv('https://example.com/x.csv')")]
    [InlineData("select * from query('from read_text(''{0}'')')")]
    [InlineData("select * from read_text('/proc/self/environ')")]
    [InlineData("select * from \"Query\" ('select 1')")]
    [InlineData("select * from 'select 1'.json_execute_serialized_sql()")]
    [InlineData("select * from arrow_scan(1::pointer, 1::pointer, 1::pointer)")]
    [InlineData("select count(*) from enable_logging /* */ (storage = 'file', storage_config = {{'path': '{1}/log'}})")]
    public async Task Query_ReachingOutside_IsRefused(string template)
    {
        File.WriteAllText(_bench.Elsewhere("secret.csv"), "a\ntop-secret\n");
        var sql = string.Format(template, _bench.Elsewhere("secret.csv"), _bench.Elsewhere("."));
        var failure = await _bench.FailureOfAsync(new TransformActivity(), Steps.Transform([], Steps.Query("t", sql)));
        Assert.Equal(FailureClass.Permission, failure.Class);
        Assert.DoesNotContain("top-secret", failure.Message, StringComparison.Ordinal);
        Assert.Empty(_bench.Stored("staged/acme"));
        Assert.False(Path.Exists(_bench.Elsewhere("log")));
    }

    [Theory]
    [InlineData("attach '/tmp/x.db'")]
    [InlineData("copy (select 1) to '/tmp/x.csv'")]
    [InlineData("set lock_configuration = false")]
    [InlineData("install httpfs")]
    [InlineData("load json")]
    [InlineData("export database '/tmp/x'")]
    [InlineData("create table t as select 1")]
    [InlineData("insert into orders values (1)")]
    [InlineData("call pragma_version()")]
    [InlineData("pragma database_list")]
    [InlineData("select 1; attach '/tmp/x.db'")]
    [InlineData("select 1)) to '/tmp/x.csv'; select ((2")]
    [InlineData("select a$$)) to '/tmp/x.csv'; select ((2 as a$$")]
    [InlineData("pivot t on x) to '/tmp/x.csv' --")]
    [InlineData("with x as (insert into orders values (1)) select 1")]
    public async Task AnythingButOneQuery_IsRefused(string sql)
    {
        _bench.Staged("orders", "SELECT 1 AS id");
        var failure = await _bench.FailureOfAsync(new TransformActivity(), Steps.Transform(["orders"], Steps.Query("t", sql)));
        Assert.True(failure.Class is FailureClass.Definition or FailureClass.Schema, failure.Message);
        Assert.False(File.Exists("/tmp/x.csv"));
    }

    [Fact]
    public async Task DatasetsOfOthers_AreNotSeen()
    {
        _bench.Staged("orders", "SELECT 1 AS id");
        _bench.Staged("salaries", "SELECT 1 AS id");
        var path = Path.Combine(_bench.Store.Location, _bench.Inputs["salaries"].Path);
        foreach (var sql in new[] { "select * from salaries", $"select * from '{path}'", $"select * from read_parquet('{path}')" })
        {
            var failure = await _bench.FailureOfAsync(new TransformActivity(), Steps.Transform(["orders"], Steps.Query("t", sql)));
            Assert.True(failure.Class is FailureClass.Schema or FailureClass.Permission, failure.Message);
        }
    }

    [Fact]
    public async Task Variables_AreOnlySeenAsParameters()
    {
        var outcome = await _bench.RunAsync(new TransformActivity(), Steps.Transform([], Steps.Query("t", "select getvariable('interval_start') is null as unset")));
        Assert.Equal(["true"], _bench.Rows(outcome));
    }

    public void Dispose() => _bench.Dispose();
}
