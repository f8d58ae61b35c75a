namespace DataEngineer.Plans;

/// <summary>All assertions on one dataset, judged together in as few scans as they allow.</summary>
public sealed record AssertStep : Step
{
    /// <summary>The dataset judged. Where an assertion quarantines, the step stages it again without the failing rows.</summary>
    public required string Dataset { get; init; }

    /// <summary>In the order they were written.</summary>
    public required IReadOnlyList<PlannedAssertion> Assertions { get; init; }

    /// <summary>True where a failing assertion may set rows aside, so that readers wait for the step's output.</summary>
    public bool Quarantines => Assertions.Any(a => a.Definition.OnFailure == Definitions.Model.FailureAction.Quarantine);
}
