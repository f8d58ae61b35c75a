using DataEngineer.Connections;
using DataEngineer.Definitions.Model;
using DataEngineer.Failures;

namespace DataEngineer.Connectors.Tests.Targets.Facts;

public abstract class DeliveryFacts<TBench> : TargetFacts<TBench>
    where TBench : TargetBench, new()
{
    [Theory]
    [ClassData<EveryDisposition>]
    public async Task SecondDelivery_ChangesNothingAndReportsTheFirst(WriteDisposition disposition, MergeStrategy strategy)
    {
        await Bench.LoadAsync(Load(disposition, strategy, 1, 2));
        var again = Load(disposition, strategy, 2, 3).Again();
        var first = await Bench.LoadAsync(again);
        var rows = Bench.Rows();
        var second = await Bench.LoadAsync(again.Redelivered());
        Assert.Equal(first with { AlreadyDone = true }, second);
        Assert.Equal(rows, Bench.Rows());
    }

    [Theory]
    [ClassData<EveryDisposition>]
    public async Task LateDelivery_WithALowerToken_ChangesNothing(WriteDisposition disposition, MergeStrategy strategy)
    {
        var load = Load(disposition, strategy, 1, 2);
        await Bench.LoadAsync(load.Redelivered("0007"));
        Assert.True((await Bench.LoadAsync(load.Redelivered("0003"))).AlreadyDone);
        Assert.Equal(2, Bench.Count());
    }

    [Theory]
    [ClassData<EveryDisposition>]
    public async Task LateDelivery_OfARunThatALaterRunSuperseded_ChangesNothing(WriteDisposition disposition, MergeStrategy strategy)
    {
        var first = Load(disposition, strategy, 1, 2);
        await Bench.LoadAsync(first);
        await Bench.LoadAsync(Load(disposition, strategy, 3).Again());
        var rows = Bench.Rows();
        Assert.True((await Bench.LoadAsync(first.Redelivered())).AlreadyDone);
        Assert.Equal(rows, Bench.Rows());
    }

    [Theory]
    [ClassData<EveryDisposition>]
    public async Task Crash_BeforeTheCommit_LeavesTheTable_AndTheNextDeliveryLoads(WriteDisposition disposition, MergeStrategy strategy)
    {
        await Bench.LoadAsync(Load(disposition, strategy, 1, 2));
        var before = Bench.Rows();
        var load = Load(disposition, strategy, 2, 3).Again();
        await Assert.ThrowsAsync<CrashException>(() => Bench.LoadAsync(load, () => throw new CrashException()));
        Assert.Equal(before, Bench.Rows());

        var report = await Bench.LoadAsync(load.Redelivered());
        Assert.False(report.AlreadyDone);
        Assert.Equal(report.TableRows, Bench.Count());
        Assert.NotEqual(before, Bench.Rows());
    }

    [Fact]
    public async Task Crash_OfTheFirstLoad_LeavesNoTable()
    {
        await Assert.ThrowsAsync<CrashException>(() => Bench.LoadAsync(LoadCase.Append((1, 10)), () => throw new CrashException()));
        Assert.Equal(0, Bench.Count());
    }

    [Fact]
    public async Task Cancel_BeforeTheCommit_LeavesTheTable()
    {
        await Bench.LoadAsync(LoadCase.Replace((1, 10)));
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Bench.LoadAsync(LoadCase.Replace((2, 20)).Again(), stop.Cancel, stop.Token));
        Assert.Equal(["1|10"], Bench.Rows());
    }

    [Fact]
    public async Task Reader_WhileALoadIsWritten_SeesTheOldTable()
    {
        await Bench.LoadAsync(LoadCase.Replace((1, 10), (2, 20)));
        IReadOnlyList<string> seen = [];
        await Bench.LoadAsync(LoadCase.Replace((3, 30)).Again(), () => seen = Bench.Rows());
        Assert.Equal(["1|10", "2|20"], seen);
        Assert.Equal(["3|30"], Bench.Rows());
    }

    [Fact]
    public async Task ParallelDeliveries_OfOneLoad_HaveOneEffect()
    {
        var load = LoadCase.Append((1, 10), (2, 20));
        var requests = Enumerable.Range(1, 6).Select(i => Bench.Request(load.Redelivered($"{i:0000}"))).ToList();
        var reports = await Task.WhenAll(requests.Select(request => Task.Factory.StartNew(
            () => Bench.Open().LoadAsync(request, Stop), Stop, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));
        Assert.Single(reports, report => !report.AlreadyDone);
        Assert.All(reports, report => Assert.Equal((2, 2, 2), (report.RowsRead, report.Inserted, report.TableRows)));
        Assert.Equal(["1|10", "2|20"], Bench.Rows());
    }

    [Fact]
    public async Task ParallelLoads_OfDifferentIntervals_AllArrive()
    {
        var requests = Enumerable.Range(1, 5).Select(i => Bench.Request(LoadCase.Append((i, i)) with { IntervalKey = $"2026020{i}T000000Z" })).ToList();
        await Task.WhenAll(requests.Select(request => Task.Factory.StartNew(
            () => Bench.Open().LoadAsync(request, Stop), Stop, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));
        Assert.Equal(["1|1", "2|2", "3|3", "4|4", "5|5"], Bench.Rows());
    }

    [Fact]
    public async Task StagedFile_WithOtherRowsThanItsStepReported_Fails()
    {
        var failure = await FailsAsync(LoadCase.Append((1, 10), (2, 20)) with { Rows = 3 });
        Assert.Equal(("DE0808", FailureClass.Internal, false), (failure.Code, failure.Class, failure.Transient));
        Assert.Equal("load 'orders' of acme.orders_daily: the staged file has 2 rows, its step reported 3. Nothing was written.", failure.Message);
        Assert.Equal(0, Bench.Count());
    }

    [Fact]
    public async Task Location_NamesWhereTheTableIs()
    {
        LoadReport report = await Bench.LoadAsync(LoadCase.Append((1, 10)) with { Table = "sales.orders" });
        Assert.StartsWith(Bench.Store.Location, report.Location, StringComparison.Ordinal);
        Assert.Equal("sales.orders", report.Table);
        Assert.Equal(["1|10"], Bench.Rows("sales.orders"));
    }

    private static LoadCase Load(WriteDisposition disposition, MergeStrategy strategy, params int[] ids)
    {
        var rows = ids.Select(id => (id, ids.Length * 100 + id)).ToArray();
        return disposition switch
        {
            WriteDisposition.Merge => LoadCase.Merge(strategy, rows),
            WriteDisposition.Interval => LoadCase.Days(1, 9, rows),
            WriteDisposition.Replace => LoadCase.Replace(rows),
            _ => LoadCase.Append(rows),
        };
    }
}
