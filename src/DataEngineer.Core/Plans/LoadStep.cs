using DataEngineer.Definitions.Model;

namespace DataEngineer.Plans;

/// <summary>One dataset into one table of a target.</summary>
public sealed record LoadStep : Step
{
    /// <summary>The load's name in the pipeline.</summary>
    public required string Load { get; init; }

    /// <summary>The dataset loaded.</summary>
    public required string Dataset { get; init; }

    /// <summary>The connection's name.</summary>
    public required string Connection { get; init; }

    /// <summary>schema.table or table.</summary>
    public required string Table { get; init; }

    /// <summary>What happens to rows already there.</summary>
    public required WriteDisposition WriteDisposition { get; init; }

    /// <summary>How merge treats rows already there.</summary>
    public required MergeStrategy MergeStrategy { get; init; }

    /// <summary>The columns that tell one row from another.</summary>
    public required IReadOnlyList<string> PrimaryKey { get; init; }

    /// <summary>The column that places a row in the interval, or null.</summary>
    public string? IntervalColumn { get; init; }
}
