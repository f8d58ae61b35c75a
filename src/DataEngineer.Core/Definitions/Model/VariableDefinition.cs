using System.Text.Json.Nodes;
using DataEngineer.Definitions.Schema;

namespace DataEngineer.Definitions.Model;

/// <summary>A value that a run may be given; the words are JSON Schema's.</summary>
public sealed record VariableDefinition
{
    /// <summary>The kind of value.</summary>
    [Required]
    public VariableType Type { get; init; }

    /// <summary>What it means.</summary>
    public string? Description { get; init; }

    /// <summary>The values allowed.</summary>
    public IReadOnlyList<JsonValue> Enum { get; init; } = [];

    /// <summary>The value where a run gives none; without a default the run must give one.</summary>
    public JsonValue? Default { get; init; }

    /// <summary>The smallest number allowed.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>The largest number allowed.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>A regular expression that a string must match somewhere.</summary>
    public string? Pattern { get; init; }
}
