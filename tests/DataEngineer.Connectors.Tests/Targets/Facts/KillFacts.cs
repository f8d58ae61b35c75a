using DataEngineer.Definitions.Model;

namespace DataEngineer.Connectors.Tests.Targets.Facts;

/// <summary>A process that is killed in the middle of a load.</summary>
public abstract class KillFacts<TBench> : TargetFacts<TBench>
    where TBench : TargetBench, new()
{
    [Fact]
    public async Task Kill_BeforeTheCommit_LeavesTheTable_AndTheNextDeliveryLoads()
    {
        await Bench.LoadAsync(LoadCase.Merge(MergeStrategy.Upsert) with { Sql = "SELECT i AS id, 'old' AS state FROM range(200000) t(i)" });
        var load = LoadCase.Merge(MergeStrategy.Upsert).Again() with { Sql = "SELECT i AS id, 'new' AS state FROM range(100000, 300000) t(i)" };
        using (var child = await LoadingChild.StartAsync(Bench, load, Stop))
        {
            await child.KillAsync(Stop);
        }

        Assert.Equal(["200000|0"], Counts());
        var report = await Bench.LoadAsync(load.Redelivered());
        AssertCounts(report, read: 200_000, inserted: 100_000, updated: 100_000, unchanged: 0, deleted: 0, tableRows: 300_000);
        Assert.Equal(["300000|200000"], Counts());
    }

    private IReadOnlyList<string> Counts() => Bench.Query("orders", "SELECT count(*)::VARCHAR, count_if(state = 'new')::VARCHAR FROM @");
}
