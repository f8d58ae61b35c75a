using DataEngineer.Definitions.Values;

namespace DataEngineer.Definitions.Model;

/// <summary>
/// Rows that cannot be read (malformed, wrong number of fields, a value that does not fit its type) are never dropped in
/// silence: they are set aside with file and line, counted, and judged by these thresholds.
/// </summary>
public sealed record RejectsDefinition
{
    /// <summary>Warn when the count or share of rejected rows is beyond this. Default: &gt;0.</summary>
    public Threshold WarnIf { get; init; } = Threshold.AnyRow;

    /// <summary>Fail when the count or share of rejected rows is beyond this. Default: &gt;0.</summary>
    public Threshold ErrorIf { get; init; } = Threshold.AnyRow;
}
