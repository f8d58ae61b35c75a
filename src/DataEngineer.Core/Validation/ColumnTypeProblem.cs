namespace DataEngineer.Validation;

/// <summary>Why a column's type cannot be.</summary>
/// <param name="Fix">What to write instead.</param>
internal sealed record ColumnTypeProblem(string Fix);
