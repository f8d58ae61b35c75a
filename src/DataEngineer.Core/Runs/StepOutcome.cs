using DataEngineer.Connections;
using DataEngineer.Failures;

namespace DataEngineer.Runs;

/// <summary>How one step ended: the value that an activity gives to the orchestration. Small; never rows.</summary>
/// <param name="Datasets">What it staged.</param>
/// <param name="Rows">What became of the rows.</param>
/// <param name="Assertions">For an assert step, one result each.</param>
/// <param name="Load">For a load step, what it did.</param>
/// <param name="Rejects">Path in the customer's store of the Parquet file with the rows set aside at extract, or null.</param>
/// <param name="Warnings">Sentences for a person.</param>
/// <param name="Failure">Set exactly where <paramref name="Status"/> is failed.</param>
/// <param name="Elapsed">Time of the last attempt.</param>
/// <param name="Attempts">Deliveries by the orchestration, retries included.</param>
public sealed record StepOutcome(
    string Step,
    StepStatus Status,
    IReadOnlyList<DatasetRef> Datasets,
    RowCounts Rows,
    IReadOnlyList<AssertionResult> Assertions,
    LoadReport? Load,
    string? Rejects,
    IReadOnlyList<string> Warnings,
    Failure? Failure,
    TimeSpan Elapsed,
    int Attempts)
{
    /// <summary>A success with nothing but its datasets and counts.</summary>
    public static StepOutcome Of(string step, IReadOnlyList<DatasetRef> datasets, RowCounts rows) =>
        new(step, StepStatus.Succeeded, datasets, rows, [], null, null, [], null, TimeSpan.Zero, 1);

    /// <summary>A failure.</summary>
    public static StepOutcome Failed(string step, Failure failure) =>
        new(step, StepStatus.Failed, [], RowCounts.None, [], null, null, [], failure, TimeSpan.Zero, 1);

    /// <summary>Not started, since <paramref name="missing"/> did not succeed.</summary>
    public static StepOutcome Skipped(string step, string missing) =>
        new(step, StepStatus.Skipped, [], RowCounts.None, [], null, null, [$"Not started: it needs {missing}."], null, TimeSpan.Zero, 0);
}
