using DataEngineer.Definitions.Model;

namespace DataEngineer.Planning.Graph;

/// <summary>An assertion with its name and dataset decided.</summary>
/// <param name="Name">Unique in the pipeline.</param>
/// <param name="Definition">As written.</param>
/// <param name="Dataset">The dataset judged.</param>
/// <param name="Query">The query of an sql assertion, else null.</param>
/// <param name="Others">The other datasets it reads.</param>
/// <param name="File">Below the customer's folder.</param>
public sealed record GraphAssertion(
    string Name,
    AssertDefinition Definition,
    string Dataset,
    GraphQuery? Query,
    IReadOnlyList<DatasetUse> Others,
    string File,
    int Line,
    int Column)
{
    /// <summary>True where loads of the dataset wait for it.</summary>
    public bool Gates => Definition is { Severity: AssertSeverity.Error, OnFailure: FailureAction.Block or FailureAction.Quarantine };

    /// <summary>True where it may set rows aside, so that readers wait for what is left.</summary>
    public bool Quarantines => Definition.OnFailure == FailureAction.Quarantine;
}
