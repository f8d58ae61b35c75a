using DataEngineer.Definitions.Schema;
using DataEngineer.Definitions.Values;
using DataEngineer.Failures;

namespace DataEngineer.Definitions.Model;

/// <summary>One thing that must hold of a dataset. Exactly one kind of check is named.</summary>
[ExactlyOne("not_null", "unique", "accepted_values", "relationships", "range", "pattern", "row_count", "freshness", "sql")]
public sealed record AssertDefinition
{
    /// <summary>What results call it. Default: made of the check, the dataset and the columns.</summary>
    [Identifier]
    public string? Name { get; init; }

    /// <summary>The dataset judged. For sql it may be left out where the query reads exactly one dataset.</summary>
    public string? Dataset { get; init; }

    /// <summary>Why it must hold.</summary>
    public string? Description { get; init; }

    /// <summary>Columns that must have a value in every row.</summary>
    public IReadOnlyList<string> NotNull { get; init; } = [];

    /// <summary>Columns that together are different in every row; rows with a null among them are not judged, as in SQL.</summary>
    public IReadOnlyList<string> Unique { get; init; } = [];

    /// <summary>A column and the values it may have.</summary>
    public AcceptedValuesCheck? AcceptedValues { get; init; }

    /// <summary>A column whose every value must stand in a column of another dataset.</summary>
    public RelationshipsCheck? Relationships { get; init; }

    /// <summary>A column whose values must lie between two bounds.</summary>
    public RangeCheck? Range { get; init; }

    /// <summary>A column whose values must match a regular expression.</summary>
    public PatternCheck? Pattern { get; init; }

    /// <summary>How many rows the dataset must have.</summary>
    public RowCountCheck? RowCount { get; init; }

    /// <summary>How old the newest value of a column may be.</summary>
    public FreshnessCheck? Freshness { get; init; }

    /// <summary>A path to a .sql file, or as a block the SQL itself; every row it returns is a failure.</summary>
    public string? Sql { get; init; }

    /// <summary>warn makes error_if a warning too. Default: error.</summary>
    public AssertSeverity Severity { get; init; } = AssertSeverity.Error;

    /// <summary>Warn when the failing rows are beyond this. Default: &gt;0 for severity warn, else never.</summary>
    public Threshold? WarnIf { get; init; }

    /// <summary>Fail when the failing rows are beyond this. Default: &gt;0 for severity error, else never.</summary>
    public Threshold? ErrorIf { get; init; }

    /// <summary>
    /// block stops the load; quarantine sets the failing rows aside and loads the others; continue only reports. Default: block.
    /// </summary>
    public FailureAction OnFailure { get; init; } = FailureAction.Block;

    /// <summary>The failure's class, which decides who is told. Default: quality.</summary>
    public FailureClass? Class { get; init; }
}
