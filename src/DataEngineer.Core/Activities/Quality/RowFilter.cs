namespace DataEngineer.Activities.Quality;

/// <summary>A boolean expression that is true for a failing row.</summary>
/// <param name="Column">The one column it reads: filters on one column are judged together. Null where it is judged alone.</param>
internal sealed record RowFilter(string? Column, string Predicate);
