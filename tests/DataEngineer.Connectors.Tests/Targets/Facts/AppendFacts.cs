namespace DataEngineer.Connectors.Tests.Targets.Facts;

public abstract class AppendFacts<TBench> : TargetFacts<TBench>
    where TBench : TargetBench, new()
{
    [Fact]
    public async Task Append_FirstLoad_MakesTheTable()
    {
        var report = await Bench.LoadAsync(LoadCase.Append((1, 10), (2, 20)));
        AssertCounts(report, read: 2, inserted: 2, updated: 0, unchanged: 0, deleted: 0, tableRows: 2);
        Assert.False(report.AlreadyDone);
        Assert.Equal(["1|10", "2|20"], Bench.Rows());
    }

    [Fact]
    public async Task Append_OtherInterval_AddsRows()
    {
        await Bench.LoadAsync(LoadCase.Append((1, 10)));
        var report = await Bench.LoadAsync(LoadCase.Append((1, 10), (2, 20)) with { IntervalKey = "20260301T230000Z" });
        AssertCounts(report, read: 2, inserted: 2, updated: 0, unchanged: 0, deleted: 0, tableRows: 3);
        Assert.Equal(["1|10", "1|10", "2|20"], Bench.Rows());
    }

    [Fact]
    public async Task Append_RunAgain_ReplacesWhatTheEarlierRunAppended()
    {
        await Bench.LoadAsync(LoadCase.Append((7, 70)) with { IntervalKey = "20260227T230000Z" });
        var first = LoadCase.Append((1, 10), (2, 20), (3, 30));
        await Bench.LoadAsync(first);
        var report = await Bench.LoadAsync(first.Again().WithRows((1, 11), (4, 40)));
        AssertCounts(report, read: 2, inserted: 2, updated: 0, unchanged: 0, deleted: 3, tableRows: 3);
        Assert.Equal(["1|11", "4|40", "7|70"], Bench.Rows());
    }

    [Fact]
    public async Task Append_RunAgainWithoutRows_TakesTheEarlierRowsAway()
    {
        var first = LoadCase.Append((1, 10), (2, 20));
        await Bench.LoadAsync(first);
        AssertCounts(await Bench.LoadAsync(first.Again().WithRows()), read: 0, inserted: 0, updated: 0, unchanged: 0, deleted: 2, tableRows: 0);
        Assert.Empty(Bench.Rows());
    }

    [Fact]
    public async Task Append_RunAgainTwice_ReplacesOnlyOnce()
    {
        var first = LoadCase.Append((1, 10));
        await Bench.LoadAsync(first);
        await Bench.LoadAsync(first.Again().WithRows((2, 20)));
        AssertCounts(await Bench.LoadAsync(first.Again().Again().WithRows((3, 30))), read: 1, inserted: 1, updated: 0, unchanged: 0, deleted: 1, tableRows: 1);
        Assert.Equal(["3|30"], Bench.Rows());
    }

    [Fact]
    public async Task Append_TwoLoadsOfOneRunIntoOneTable_AreRunAgainApart()
    {
        var first = LoadCase.Append((1, 10)) with { Step = "shop" };
        var second = LoadCase.Append((2, 20)) with { Step = "web" };
        await Bench.LoadAsync(first);
        await Bench.LoadAsync(second);
        await Bench.LoadAsync(first.Again().WithRows((3, 30)));
        Assert.Equal(["2|20", "3|30"], Bench.Rows());
    }

    [Fact]
    public async Task Append_NoRows_MakesAnEmptyTable()
    {
        AssertCounts(await Bench.LoadAsync(LoadCase.Append()), read: 0, inserted: 0, updated: 0, unchanged: 0, deleted: 0, tableRows: 0);
        Assert.Equal(0, Bench.Count());
        await Bench.LoadAsync(LoadCase.Append((1, 10)) with { IntervalKey = "20260301T230000Z" });
        Assert.Equal(["1|10"], Bench.Rows());
    }

    [Fact]
    public async Task Append_ToATableThatAMergeMade_AddsRows()
    {
        await Bench.LoadAsync(LoadCase.Merge(default, (1, 10)));
        var append = LoadCase.Append((1, 11), (2, 20)) with { Step = "more" };
        await Bench.LoadAsync(append);
        Assert.Equal(["1|10", "1|11", "2|20"], Bench.Rows());
        await Bench.LoadAsync(append.Again().WithRows((5, 50)));
        Assert.Equal(["1|10", "5|50"], Bench.Rows());
    }

    [Fact]
    public async Task Append_RunAgain_LeavesRowsThatAMergeTookOver()
    {
        var append = LoadCase.Append((1, 10), (2, 20));
        await Bench.LoadAsync(append);
        await Bench.LoadAsync(LoadCase.Merge(default, (1, 99)) with { Step = "corrections" });
        await Bench.LoadAsync(append.Again().WithRows((3, 30)));
        Assert.Equal(["1|99", "3|30"], Bench.Rows());
    }
}
