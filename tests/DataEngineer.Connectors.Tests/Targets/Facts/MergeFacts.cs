using DataEngineer.Definitions.Model;
using DataEngineer.Failures;

namespace DataEngineer.Connectors.Tests.Targets.Facts;

public abstract class MergeFacts<TBench> : TargetFacts<TBench>
    where TBench : TargetBench, new()
{
    [Theory]
    [InlineData(MergeStrategy.Upsert)]
    [InlineData(MergeStrategy.DeleteInsert)]
    [InlineData(MergeStrategy.InsertOnly)]
    public async Task Merge_FirstLoad_MakesTheTable(MergeStrategy strategy)
    {
        AssertCounts(await Bench.LoadAsync(LoadCase.Merge(strategy, (1, 10), (2, 20))), read: 2, inserted: 2, updated: 0, unchanged: 0, deleted: 0, tableRows: 2);
        Assert.Equal(["1|10", "2|20"], Bench.Rows());
    }

    [Theory]
    [InlineData(MergeStrategy.Upsert, 2, 1, 1, 0, "1|10,2|21,3|30")]
    [InlineData(MergeStrategy.DeleteInsert, 2, 1, 1, 0, "1|10,2|21,3|30")]
    [InlineData(MergeStrategy.InsertOnly, 2, 1, 0, 1, "1|10,2|20,3|30")]
    public async Task Merge_KnownAndNewKeys_TreatsThemAsItsStrategySays(MergeStrategy strategy, long read, long inserted, long updated, long unchanged, string rows)
    {
        await Bench.LoadAsync(LoadCase.Merge(strategy, (1, 10), (2, 20)));
        var report = await Bench.LoadAsync(LoadCase.Merge(strategy, (2, 21), (3, 30)).Again());
        AssertCounts(report, read, inserted, updated, unchanged, deleted: 0, tableRows: 3);
        Assert.Equal(rows.Split(','), Bench.Rows());
    }

    [Theory]
    [InlineData(MergeStrategy.Upsert)]
    [InlineData(MergeStrategy.DeleteInsert)]
    [InlineData(MergeStrategy.InsertOnly)]
    public async Task Merge_NoRows_ChangesNothing(MergeStrategy strategy)
    {
        await Bench.LoadAsync(LoadCase.Merge(strategy, (1, 10)));
        AssertCounts(await Bench.LoadAsync(LoadCase.Merge(strategy).Again()), read: 0, inserted: 0, updated: 0, unchanged: 0, deleted: 0, tableRows: 1);
        Assert.Equal(["1|10"], Bench.Rows());
    }

    [Fact]
    public async Task Merge_AllKeysKnown_ReplacesEveryRow()
    {
        await Bench.LoadAsync(LoadCase.Merge(MergeStrategy.Upsert, (1, 10), (2, 20)));
        AssertCounts(
            await Bench.LoadAsync(LoadCase.Merge(MergeStrategy.Upsert, (1, 11), (2, 22)).Again()),
            read: 2, inserted: 0, updated: 2, unchanged: 0, deleted: 0, tableRows: 2);
        Assert.Equal(["1|11", "2|22"], Bench.Rows());
    }

    [Fact]
    public async Task Merge_SeveralKeyColumns_MatchesOnAllOfThem()
    {
        var first = LoadCase.Merge(MergeStrategy.Upsert) with { Sql = "SELECT * FROM (VALUES (1, 'a', 10), (1, 'b', 20)) AS v(id, region, amount)", Key = ["id", "region"] };
        await Bench.LoadAsync(first);
        await Bench.LoadAsync(first.Again() with { Sql = "SELECT * FROM (VALUES (1, 'b', 21), (2, 'b', 30)) AS v(id, region, amount)" });
        Assert.Equal(["1|a|10", "1|b|21", "2|b|30"], Bench.Rows());
    }

    [Fact]
    public async Task Merge_OnlyKeyColumns_InsertsTheNewOnes()
    {
        var first = LoadCase.Merge(MergeStrategy.Upsert) with { Sql = "SELECT 1 AS id" };
        await Bench.LoadAsync(first);
        AssertCounts(
            await Bench.LoadAsync(first.Again() with { Sql = "SELECT unnest([1, 2]) AS id" }),
            read: 2, inserted: 1, updated: 1, unchanged: 0, deleted: 0, tableRows: 2);
    }

    [Fact]
    public async Task DeleteInsert_RepeatedKeys_TakesThemAll()
    {
        await Bench.LoadAsync(LoadCase.Merge(MergeStrategy.DeleteInsert, (1, 10), (1, 11), (1, 12), (2, 20)));
        var report = await Bench.LoadAsync(LoadCase.Merge(MergeStrategy.DeleteInsert, (1, 90), (3, 30), (3, 31)).Again());
        AssertCounts(report, read: 3, inserted: 2, updated: 1, unchanged: 0, deleted: 2, tableRows: 4);
        Assert.Equal(["1|90", "2|20", "3|30", "3|31"], Bench.Rows());
    }

    [Fact]
    public async Task Upsert_KeyTwiceInTheTable_LeavesOneRow()
    {
        await Bench.LoadAsync(LoadCase.Merge(MergeStrategy.DeleteInsert, (1, 10), (1, 11), (2, 20)));
        var report = await Bench.LoadAsync(LoadCase.Merge(MergeStrategy.Upsert, (1, 90)).Again());
        AssertCounts(report, read: 1, inserted: 0, updated: 1, unchanged: 0, deleted: 1, tableRows: 2);
        Assert.Equal(["1|90", "2|20"], Bench.Rows());
    }

    [Theory]
    [InlineData(MergeStrategy.Upsert)]
    [InlineData(MergeStrategy.InsertOnly)]
    public async Task Merge_RepeatedKeys_FailsWithTheirCount(MergeStrategy strategy)
    {
        await Bench.LoadAsync(LoadCase.Merge(strategy, (1, 10)));
        var failure = await FailsAsync(LoadCase.Merge(strategy, (2, 20), (2, 21), (2, 22), (3, 30), (3, 31), (4, 40)).Again());
        Assert.Equal(("DE0805", FailureClass.Quality, false), (failure.Code, failure.Class, failure.Transient));
        Assert.Equal(
            "load 'orders' of acme.orders_daily: 5 of 6 rows share their primary_key (id) with another row of the dataset: 2 keys occur more than once. Allowed: each key once. Nothing was written.",
            failure.Message);
        Assert.Contains("delete_insert", failure.Next, StringComparison.Ordinal);
        Assert.Equal(["1|10"], Bench.Rows());
    }

    [Theory]
    [InlineData(MergeStrategy.Upsert)]
    [InlineData(MergeStrategy.DeleteInsert)]
    [InlineData(MergeStrategy.InsertOnly)]
    public async Task Merge_NullInTheKey_FailsWithItsCount(MergeStrategy strategy)
    {
        var load = LoadCase.Merge(strategy) with { Sql = "SELECT * FROM (VALUES (1, 'a'), (NULL, 'b'), (NULL, 'c'), (4, NULL)) AS v(id, region)", Key = ["id", "region"] };
        var failure = await FailsAsync(load);
        Assert.Equal(("DE0806", FailureClass.Quality, false), (failure.Code, failure.Class, failure.Transient));
        Assert.Equal(
            "load 'orders' of acme.orders_daily: rows without a value in columns that need one: id in 2, region in 1 of 4 rows. Allowed: no null in the primary_key or in a NOT NULL column of the table. Nothing was written.",
            failure.Message);
        Assert.Empty(Bench.Rows());
    }

    [Fact]
    public async Task Append_NullInTheKeyOfAMergedTable_Fails()
    {
        await Bench.LoadAsync(LoadCase.Merge(MergeStrategy.Upsert, (1, 10)));
        var failure = await FailsAsync(LoadCase.Append() with { Step = "more", Sql = "SELECT NULL::INTEGER AS id, 1 AS amount" });
        Assert.Equal("DE0806", failure.Code);
    }

    [Theory]
    [InlineData("", "write_disposition merge needs primary_key")]
    [InlineData("nope", "primary_key names 'nope', which the dataset does not have")]
    public async Task Merge_WithoutAUsableKey_IsADefinitionFailure(string key, string what)
    {
        var failure = await FailsAsync(LoadCase.Merge(MergeStrategy.Upsert, (1, 1)) with { Key = key.Length == 0 ? [] : [key] });
        Assert.Equal(("DE0803", FailureClass.Definition, $"load 'orders' of acme.orders_daily: {what}."), (failure.Code, failure.Class, failure.Message));
    }
}
