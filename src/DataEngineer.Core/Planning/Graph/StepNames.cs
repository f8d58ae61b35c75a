namespace DataEngineer.Planning.Graph;

/// <summary>How steps are named.</summary>
public static class StepNames
{
    /// <summary>The step of a kind for an entry or dataset.</summary>
    public static string Of(StepKind kind, string name) => kind switch
    {
        StepKind.Extract => $"extract.{name}",
        StepKind.Transform => $"transform.{name}",
        StepKind.Assert => $"assert.{name}",
        StepKind.Load => $"load.{name}",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of step."),
    };
}
