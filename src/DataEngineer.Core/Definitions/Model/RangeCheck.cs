using System.Text.Json.Nodes;
using DataEngineer.Definitions.Schema;

namespace DataEngineer.Definitions.Model;

/// <summary>A column whose values must lie between two bounds; null is not judged. Numbers, dates and timestamps.</summary>
[AtLeastOne("min", "max")]
public sealed record RangeCheck
{
    /// <summary>The column.</summary>
    [Required]
    public string Column { get; init; } = "";

    /// <summary>The smallest value allowed.</summary>
    public JsonValue? Min { get; init; }

    /// <summary>The largest value allowed.</summary>
    public JsonValue? Max { get; init; }

    /// <summary>Whether the bounds themselves are allowed. Default: true.</summary>
    public bool Inclusive { get; init; } = true;
}
