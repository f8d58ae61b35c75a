using DataEngineer.Definitions.Schema;

namespace DataEngineer.Definitions.Model;

/// <summary>A column whose values must match a regular expression as a whole (RE2 syntax); null is not judged.</summary>
public sealed record PatternCheck
{
    /// <summary>The column.</summary>
    [Required]
    public string Column { get; init; } = "";

    /// <summary>The regular expression.</summary>
    [Required]
    public string Regex { get; init; } = "";
}
