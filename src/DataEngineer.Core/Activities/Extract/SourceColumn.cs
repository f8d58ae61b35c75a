namespace DataEngineer.Activities.Extract;

/// <summary>A column of the dataset being made.</summary>
/// <param name="Type">The engine's type.</param>
/// <param name="Declared">True where columns: names it; else its type was found in the data and may be widened.</param>
internal sealed record SourceColumn(string Name, string Type, bool Declared);
