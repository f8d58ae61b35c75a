namespace DataEngineer.Plans;

/// <summary>One query of a transform.</summary>
/// <param name="Dataset">The dataset it makes.</param>
/// <param name="Parameters">The names of the parameters it uses.</param>
/// <param name="Staged">True where its result is written to the store; false where it is only a view inside the step.</param>
public sealed record PlannedQuery(string Dataset, SqlText Sql, IReadOnlyList<string> Parameters, bool Staged);
