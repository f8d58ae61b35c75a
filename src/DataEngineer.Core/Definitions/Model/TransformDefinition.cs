using DataEngineer.Definitions.Schema;

namespace DataEngineer.Definitions.Model;

/// <summary>One query over datasets by name; its result is the dataset of the entry's name.</summary>
public sealed record TransformDefinition
{
    /// <summary>A path to a .sql file below the customer's folder, or as a block the DuckDB SQL itself; one SELECT.</summary>
    [Required]
    public string Sql { get; init; } = "";

    /// <summary>Datasets that must be there first although the SQL does not show that it reads them.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>
    /// True to stage the result always; staged results can be previewed and reused by a retry. False to stage it never: the query
    /// becomes part of each query that reads it, and nothing else can use it. Default: staged unless exactly one other query reads it,
    /// once and with the same retry and timeout, and nothing else uses it.
    /// </summary>
    public bool? Materialize { get; init; }

    /// <summary>How transient failures are retried. Default: the pipeline's defaults.</summary>
    public RetryDefinition? Retry { get; init; }

    /// <summary>How long one attempt may take. Default: the pipeline's defaults.</summary>
    public TimeSpan? Timeout { get; init; }
}
