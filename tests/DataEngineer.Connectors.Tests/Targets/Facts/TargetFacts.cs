using DataEngineer.Connections;
using DataEngineer.Failures;

namespace DataEngineer.Connectors.Tests.Targets.Facts;

/// <summary>What holds of every target; a connector takes part with a bench and one line for each class of facts.</summary>
public abstract class TargetFacts<TBench> : IDisposable
    where TBench : TargetBench, new()
{
    protected TBench Bench { get; } = new();

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Bench.Dispose();
        GC.SuppressFinalize(this);
    }

    protected async Task<Failure> FailsAsync(LoadCase load) =>
        (await Assert.ThrowsAsync<StepFailedException>(() => Bench.LoadAsync(load))).Failure;

    /// <summary>Read, inserted, updated, unchanged, deleted, rows of the table.</summary>
    protected static void AssertCounts(LoadReport report, long read, long inserted, long updated, long unchanged, long deleted, long tableRows) =>
        Assert.Equal((read, inserted, updated, unchanged, deleted, tableRows), (report.RowsRead, report.Inserted, report.Updated, report.Unchanged, report.Deleted, report.TableRows));
}
