using DataEngineer.Definitions.Schema;

namespace DataEngineer.Definitions.Model;

/// <summary>One dataset into one table of a target, atomically and at most once in effect.</summary>
public sealed record LoadDefinition
{
    /// <summary>The dataset to load. Default: the one of the entry's name.</summary>
    public string? Dataset { get; init; }

    /// <summary>The connection to load into, as named in customer.yml.</summary>
    [Required]
    public string Target { get; init; } = "";

    /// <summary>The table, as schema.table or table. Default: the entry's name.</summary>
    public string? Table { get; init; }

    /// <summary>What happens to rows that are already there. Default: append.</summary>
    public WriteDisposition WriteDisposition { get; init; } = WriteDisposition.Append;

    /// <summary>How merge treats rows that are already there. Default: upsert.</summary>
    public MergeStrategy MergeStrategy { get; init; } = MergeStrategy.Upsert;

    /// <summary>The columns that tell one row from another; for merge.</summary>
    public IReadOnlyList<string> PrimaryKey { get; init; } = [];

    /// <summary>The date or timestamp column that places a row in the run's interval; for interval.</summary>
    public string? IntervalColumn { get; init; }

    /// <summary>How transient failures are retried. Default: the pipeline's defaults.</summary>
    public RetryDefinition? Retry { get; init; }

    /// <summary>How long one attempt may take. Default: the pipeline's defaults.</summary>
    public TimeSpan? Timeout { get; init; }
}
