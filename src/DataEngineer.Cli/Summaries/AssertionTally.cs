using DataEngineer.Runs;

namespace DataEngineer.Cli.Summaries;

/// <summary>How many assertions ended how.</summary>
internal sealed record AssertionTally(int Passed, int Warned, int Failed)
{
    public static AssertionTally Of(IReadOnlyCollection<AssertionResult> assertions)
    {
        return new AssertionTally(Count(AssertionStatus.Passed), Count(AssertionStatus.Warned), Count(AssertionStatus.Failed));

        int Count(AssertionStatus status) => assertions.Count(assertion => assertion.Status == status);
    }
}
