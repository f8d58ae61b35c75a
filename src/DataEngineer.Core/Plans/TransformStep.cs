namespace DataEngineer.Plans;

/// <summary>One query, or several fused ones, run in one engine session.</summary>
public sealed record TransformStep : Step
{
    /// <summary>In order; each may read the step's inputs and the queries before it. The last is staged, and any other marked so.</summary>
    public required IReadOnlyList<PlannedQuery> Queries { get; init; }
}
