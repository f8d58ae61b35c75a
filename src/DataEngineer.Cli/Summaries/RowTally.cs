using DataEngineer.Runs;

namespace DataEngineer.Cli.Summaries;

/// <summary>What became of a run's rows.</summary>
/// <param name="Read">By the extracts, from the sources.</param>
/// <param name="Rejected">By the extracts: unreadable.</param>
/// <param name="Quarantined">Set aside by assertions.</param>
/// <param name="Loaded">Written to the targets.</param>
internal sealed record RowTally(long Read, long Rejected, long Quarantined, long Loaded)
{
    public static RowTally Of(IReadOnlyCollection<StepOutcome> steps)
    {
        var extracts = steps.Where(step => step.Step.StartsWith("extract.", StringComparison.Ordinal)).ToList();
        return new RowTally(
            extracts.Sum(step => step.Rows.Read),
            extracts.Sum(step => step.Rows.Quarantined),
            steps.SelectMany(step => step.Assertions).Sum(assertion => assertion.Quarantined),
            steps.Sum(step => step.Load?.RowsRead ?? 0));
    }
}
