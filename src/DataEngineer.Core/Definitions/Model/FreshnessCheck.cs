using DataEngineer.Definitions.Schema;

namespace DataEngineer.Definitions.Model;

/// <summary>How old the newest value of a column may be, measured at the interval's end, or now where the run has none.</summary>
public sealed record FreshnessCheck
{
    /// <summary>A date or timestamp column.</summary>
    [Required]
    public string Column { get; init; } = "";

    /// <summary>The greatest age allowed.</summary>
    [Required]
    public TimeSpan MaxAge { get; init; }
}
