using DataEngineer.Definitions.Model;
using DataEngineer.Failures;
using DataEngineer.Runs;
using DataEngineer.Testing;
using static DataEngineer.Testing.Checks;

namespace DataEngineer.Core.Tests.Activities.Quality;

/// <summary>on_failure quarantine: failing rows once aside, the others staged again, none lost.</summary>
public sealed class QuarantineTests
{
    [Fact]
    public async Task TwoAssertions_RowFailingBoth_IsSetAsideOnceWithBothNames()
    {
        using var bench = new AssertBench()
            .With("d", "id, x", "(1, 1), (2, NULL), (3, -1), (1, -1), (5, 5)")
            .Assert(Unique("id").On(FailureAction.Quarantine), "unique_id")
            .Assert(Range("x", min: 0).On(FailureAction.Quarantine), "x_positive")
            .Assert(NotNull("id"));
        var outcome = await bench.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal((StepStatus.Warned, new RowCounts(5, 2, 3)), (outcome.Status, outcome.Rows));
        Assert.Equal(["1|1|unique_id", "3|-1|x_positive", "1|-1|unique_id, x_positive"], bench.Read(outcome.Rejects!));
        var kept = Assert.Single(outcome.Datasets);
        Assert.Equal(["2|null", "5|5"], bench.Read(kept.Path));
        Assert.Equal(("d", 2L, RunPaths.Staged("acme.orders.20260101T000000Z.1", "assert.d", "d", "t1")), (kept.Dataset, kept.Rows, kept.Path));
        Assert.Equal(bench.Judged.Columns, kept.Columns);
        Assert.True(kept.Bytes > 0);
        Assert.Equal([2, 2, 0], outcome.Assertions.Select(result => result.Quarantined));
        Assert.Equal("unique_id: 2 of 5 rows (40 %) share 'id' with another row; 1 value comes more than once; error_if is >0. 2 rows were set aside.", outcome.Warnings[0]);
    }

    [Theory]
    [InlineData(1, 100, 0)]
    [InlineData(2, 98, 2)]
    public async Task Threshold_BelowErrorIf_RowsStay(int failing, long written, long quarantined)
    {
        using var bench = new AssertBench()
            .With("d", $"SELECT CASE WHEN i < {failing} THEN NULL ELSE i END AS x FROM range(100) AS r(i)")
            .Assert(NotNull("x").When(warnIf: ">0", errorIf: ">1%").On(FailureAction.Quarantine));
        var outcome = await bench.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal((StepStatus.Warned, new RowCounts(100, written, quarantined)), (outcome.Status, outcome.Rows));
    }

    [Fact]
    public async Task NoRowFails_PassesTheDatasetOnAsItIs()
    {
        using var bench = new AssertBench().With("d", "x", "(1)").Assert(NotNull("x").On(FailureAction.Quarantine));
        var outcome = await bench.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(StepStatus.Succeeded, outcome.Status);
        Assert.Same(bench.Judged, Assert.Single(outcome.Datasets));
        Assert.Null(outcome.Rejects);
    }

    [Fact]
    public async Task EveryRowFails_StagesAnEmptyDataset()
    {
        using var bench = new AssertBench().With("d", "x", "(-1), (-2)").Assert(Range("x", min: 0).On(FailureAction.Quarantine));
        var outcome = await bench.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(new RowCounts(2, 0, 2), outcome.Rows);
        Assert.Empty(bench.Read(outcome.Datasets[0].Path));
    }

    [Fact]
    public async Task Relationships_Orphans_AreSetAside()
    {
        using var bench = new AssertBench()
            .With("d", "customer", "(1), (7), (NULL), (7)").With("customers", "id", "(1)")
            .Assert(Related("customer", "customers.id").On(FailureAction.Quarantine));
        var outcome = await bench.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["1", "null"], bench.Read(outcome.Datasets[0].Path));
    }

    [Theory]
    [InlineData("select * from d where x < 0", new[] { "1|a", "null|null" }, new[] { "-1|b", "-1|b" })]
    [InlineData("select distinct * from d where x < 0", new[] { "1|a", "-1|b", "null|null" }, new[] { "-1|b" })]
    [InlineData("select d.* from d, range(5) where x < 0", new[] { "1|a", "null|null" }, new[] { "-1|b", "-1|b" })]
    [InlineData("select y, x from d where x is null;", new[] { "1|a", "-1|b", "-1|b" }, new[] { "null|null" })]
    [InlineData("select d.* from d order by x limit 1", new[] { "1|a", "-1|b", "null|null" }, new[] { "-1|b" })]
    public async Task Sql_WholeRows_SetsAsideAsManyCopiesAsReturned(string query, string[] kept, string[] aside)
    {
        using var bench = new AssertBench().With("d", "x, y", "(1, 'a'), (-1, 'b'), (NULL, NULL), (-1, 'b')").Assert(Sql(query).On(FailureAction.Quarantine));
        var outcome = await bench.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(kept.Order(StringComparer.Ordinal), bench.Read(outcome.Datasets[0].Path).Order(StringComparer.Ordinal));
        Assert.Equal(aside.Select(row => row + "|a1"), bench.Read(outcome.Rejects!));
    }

    [Theory]
    [InlineData("select x from d", "on_failure quarantine needs a query that returns whole rows of 'd'; this one returns x INTEGER, and the dataset has x INTEGER, y VARCHAR.")]
    [InlineData("select x::bigint as x, y from d where false", "on_failure quarantine needs a query that returns whole rows of 'd'; this one returns x BIGINT, y VARCHAR, and the dataset has x INTEGER, y VARCHAR.")]
    [InlineData("select x + 1 as x, y from d", "on_failure quarantine needs a query that returns rows of 'd' as they are; 2 of those it returned are not in the dataset.")]
    public async Task Sql_NotRowsOfTheDataset_IsADefinitionFailure(string query, string message)
    {
        using var bench = new AssertBench().With("d", "x, y", "(1, 'a'), (5, 'b')").Assert(Sql(query).On(FailureAction.Quarantine));
        var e = await Assert.ThrowsAsync<StepFailedException>(() => bench.RunAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("DE0706", FailureClass.Definition, $"acme/orders.yml(11): assertion 'a1': {message}"), (e.Failure.Code, e.Failure.Class, e.Failure.Message));
    }

    [Fact]
    public async Task DatasetWithColumnsNamedLikeOurs_KeepsThem()
    {
        using var bench = new AssertBench()
            .With("d", "failed_assertions, file_row_number, copies", "('mine', 7, -1), ('mine', 8, 2)")
            .Assert(Sql("select * from d where copies < 0").On(FailureAction.Quarantine));
        var outcome = await bench.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["mine|7|-1|a1"], bench.Read(outcome.Rejects!));
        Assert.Equal(["mine|8|2"], bench.Read(outcome.Datasets[0].Path));
    }

    [Fact]
    public async Task ManyRows_KeepTheirOrder()
    {
        using var bench = new AssertBench()
            .With("d", "SELECT (i * 7919) % 300000 AS x FROM range(300000) AS r(i)")
            .Assert(Sql("select * from d where x < 200000").On(FailureAction.Quarantine));
        var outcome = await bench.RunAsync(TestContext.Current.CancellationToken);
        var expected = Enumerable.Range(0, 300000).Select(i => (long)i * 7919 % 300000).Where(x => x >= 200000).Select(x => $"{x}");
        Assert.Equal(expected, bench.Read(outcome.Datasets[0].Path));
        Assert.Equal(new RowCounts(300000, 100000, 200000), outcome.Rows);
    }
}
