using DataEngineer.Definitions.Model;
using DataEngineer.Plans;
using DataEngineer.Runs;

namespace DataEngineer.Activities.Quality;

/// <summary>An assertion, its rule, and how it ended.</summary>
internal sealed record JudgedAssertion(PlannedAssertion Assertion, IRule Rule, AssertionResult Result)
{
    /// <summary>True where it ends the step.</summary>
    public bool Blocks => Result.Status == AssertionStatus.Failed && Assertion.Definition.OnFailure == FailureAction.Block;

    /// <summary>True where its failing rows are set aside.</summary>
    public bool Quarantines => Result.Status == AssertionStatus.Failed && Assertion.Definition.OnFailure == FailureAction.Quarantine;
}
