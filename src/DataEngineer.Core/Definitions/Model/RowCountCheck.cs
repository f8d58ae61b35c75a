using DataEngineer.Definitions.Schema;

namespace DataEngineer.Definitions.Model;

/// <summary>How many rows a dataset must have.</summary>
[AtLeastOne("min", "max")]
public sealed record RowCountCheck
{
    /// <summary>The fewest rows allowed.</summary>
    [Range(0, long.MaxValue)]
    public long? Min { get; init; }

    /// <summary>The most rows allowed.</summary>
    [Range(0, long.MaxValue)]
    public long? Max { get; init; }
}
