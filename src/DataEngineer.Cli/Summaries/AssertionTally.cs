using DataEngineer.Runs;

namespace DataEngineer.Cli.Summaries;

/// <summary>How many assertions ended how.</summary>
/// <param name="Quarantined">Failed, and the rows they found were set aside.</param>
internal sealed record AssertionTally(int Passed, int Warned, int Quarantined, int Failed)
{
    public static AssertionTally Of(IReadOnlyCollection<AssertionResult> assertions)
    {
        var failed = assertions.Count(assertion => assertion.IsUncontained);
        return new AssertionTally(Count(AssertionStatus.Passed), Count(AssertionStatus.Warned), Count(AssertionStatus.Failed) - failed, failed);

        int Count(AssertionStatus status) => assertions.Count(assertion => assertion.Status == status);
    }
}
