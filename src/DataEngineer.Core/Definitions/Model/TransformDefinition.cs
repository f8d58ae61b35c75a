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
    /// False to stage the result never, true to stage it always; staged results can be previewed and reused by a retry. Default:
    /// staged unless exactly one other query reads it and nothing else does.
    /// </summary>
    public bool? Materialize { get; init; }

    /// <summary>How transient failures are retried. Default: the pipeline's defaults.</summary>
    public RetryDefinition? Retry { get; init; }

    /// <summary>How long one attempt may take. Default: the pipeline's defaults.</summary>
    public TimeSpan? Timeout { get; init; }
}
