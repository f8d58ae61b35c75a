namespace DataEngineer.Plans;

/// <summary>A column of a dataset.</summary>
/// <param name="Type">DuckDB's name of the type, for example BIGINT, DECIMAL(12,2), TIMESTAMP WITH TIME ZONE.</param>
public sealed record Column(string Name, string Type);
