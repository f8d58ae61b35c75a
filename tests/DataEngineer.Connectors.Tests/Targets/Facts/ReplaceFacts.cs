namespace DataEngineer.Connectors.Tests.Targets.Facts;

public abstract class ReplaceFacts<TBench> : TargetFacts<TBench>
    where TBench : TargetBench, new()
{
    [Fact]
    public async Task Replace_FirstLoad_MakesTheTable()
    {
        AssertCounts(await Bench.LoadAsync(LoadCase.Replace((1, 10), (2, 20))), read: 2, inserted: 2, updated: 0, unchanged: 0, deleted: 0, tableRows: 2);
        Assert.Equal(["1|10", "2|20"], Bench.Rows());
    }

    [Fact]
    public async Task Replace_LaterLoad_LeavesExactlyTheNewRows()
    {
        await Bench.LoadAsync(LoadCase.Append((9, 90)) with { IntervalKey = "20260101T000000Z" });
        await Bench.LoadAsync(LoadCase.Replace((1, 10), (2, 20)));
        AssertCounts(await Bench.LoadAsync(LoadCase.Replace((3, 30)).Again()), read: 1, inserted: 1, updated: 0, unchanged: 0, deleted: 2, tableRows: 1);
        Assert.Equal(["3|30"], Bench.Rows());
    }

    [Fact]
    public async Task Replace_NoRows_EmptiesTheTable()
    {
        await Bench.LoadAsync(LoadCase.Replace((1, 10)));
        AssertCounts(await Bench.LoadAsync(LoadCase.Replace().Again()), read: 0, inserted: 0, updated: 0, unchanged: 0, deleted: 1, tableRows: 0);
        Assert.Empty(Bench.Rows());
    }
}
