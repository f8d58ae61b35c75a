using DataEngineer.Connectors.Loading;
using DataEngineer.Connectors.Tests.Targets;
using DataEngineer.Definitions.Model;
using DataEngineer.Failures;

namespace DataEngineer.Connectors.Tests.Loading;

public sealed class LoadEffectTests : IDisposable
{
    private static readonly TableName s_table = new("main", "orders");

    private readonly LakeBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Report_OfCountsThatAddUp_TellsThem()
    {
        var request = _bench.Request(LoadCase.Merge(MergeStrategy.DeleteInsert, (1, 1), (2, 2), (3, 3)));
        var report = new LoadEffect(Read: 3, Before: 10, Known: 2, Removed: 4, Added: 3, After: 9).Report(request, s_table, "/lake");
        Assert.Equal((1, 2, 0, 2, 9), (report.Inserted, report.Updated, report.Unchanged, report.Deleted, report.TableRows));
    }

    [Theory]
    [InlineData(2, 10, 0, 0, 3, 13)]
    [InlineData(3, 10, 0, 0, 2, 12)]
    [InlineData(3, 10, 0, 0, 3, 12)]
    [InlineData(3, 10, 0, 1, 3, 13)]
    public void Report_OfCountsThatDoNotAddUp_Fails(long read, long before, long known, long removed, long added, long after)
    {
        var request = _bench.Request(LoadCase.Append((1, 1), (2, 2), (3, 3)));
        var failure = Assert.Throws<StepFailedException>(() => new LoadEffect(read, before, known, removed, added, after).Report(request, s_table, "/lake")).Failure;
        Assert.Equal(("DE0809", FailureClass.Internal, false), (failure.Code, failure.Class, failure.Transient));
        Assert.Equal(
            $"load 'orders' of acme.orders_daily: the counts in /lake do not add up: read {read}, table before {before}, removed {removed}, added {added}, known {known}, table after {after}. The load was undone.",
            failure.Message);
    }
}
