using DataEngineer.Runs;

namespace DataEngineer.Cli.Display;

/// <summary>The one number of rows that says most about a step.</summary>
internal static class StepRows
{
    /// <summary>Rows judged for an assertion, rows that went on for every other step; null where there is nothing to count.</summary>
    public static long? Of(StepOutcome outcome) => outcome switch
    {
        { Status: StepStatus.Failed or StepStatus.Skipped or StepStatus.Waiting } => null,
        { Assertions.Count: > 0 } => outcome.Assertions.Max(assertion => assertion.TotalRows),
        { Load: { } load } => load.RowsRead,
        _ => outcome.Rows.Written,
    };
}
