namespace DataEngineer.Connectors.Loading;

/// <summary>A column of a table as it stands in the target.</summary>
/// <param name="Type">DuckDB's name of the type.</param>
internal sealed record TableColumn(string Name, string Type, bool Nullable);
