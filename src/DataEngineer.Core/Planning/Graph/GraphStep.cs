namespace DataEngineer.Planning.Graph;

/// <summary>One step as it follows from the definition, before any are fused.</summary>
/// <param name="Name">transform.daily_revenue</param>
/// <param name="Subject">The dataset made or judged, or the load's name.</param>
/// <param name="Reads">Datasets, ordinal.</param>
/// <param name="Needs">At most one edge for each step waited for.</param>
public sealed record GraphStep(StepKind Kind, string Name, string Subject, IReadOnlyList<string> Reads, IReadOnlyList<GraphEdge> Needs);
