using DataEngineer.Definitions.Schema;

namespace DataEngineer.Definitions.Model;

/// <summary>One source, read into one dataset.</summary>
public sealed record ExtractDefinition
{
    /// <summary>The connection to read from, as named in customer.yml.</summary>
    [Required]
    public string Connection { get; init; } = "";

    /// <summary>Files to read; for connections that hold files.</summary>
    [Required]
    public FileDefinition? File { get; init; }

    /// <summary>
    /// DuckDB types by column, for example {id: BIGINT, paid_at: TIMESTAMPTZ}. A row whose value does not fit is rejected. Columns
    /// that are not named keep the type the reader finds.
    /// </summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How many unreadable rows are borne.</summary>
    public RejectsDefinition Rejects { get; init; } = new();

    /// <summary>How transient failures are retried. Default: the pipeline's defaults.</summary>
    public RetryDefinition? Retry { get; init; }

    /// <summary>How long one attempt may take. Default: the pipeline's defaults.</summary>
    public TimeSpan? Timeout { get; init; }
}
