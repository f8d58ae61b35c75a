using System.Text.Json.Nodes;
using DataEngineer.Definitions.Schema;

namespace DataEngineer.Definitions.Model;

/// <summary>A column and the values it may have; null is not judged.</summary>
public sealed record AcceptedValuesCheck
{
    /// <summary>The column.</summary>
    [Required]
    public string Column { get; init; } = "";

    /// <summary>The values allowed.</summary>
    [Required]
    public IReadOnlyList<JsonValue> Values { get; init; } = [];
}
