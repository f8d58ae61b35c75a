using DataEngineer.Definitions.Schema;

namespace DataEngineer.Connectors.DuckDb;

/// <summary>A DuckDB database file, in the customer's store below targets/.</summary>
public sealed record DuckDbOptions
{
    /// <summary>The file, relative to targets/ in the customer's store, for example warehouse.duckdb. Made at the first load.</summary>
    [Required]
    public string Path { get; init; } = "";
}
