using DataEngineer.Definitions.Schema;

namespace DataEngineer.Definitions.Model;

/// <summary>A column whose every value must stand in a column of another dataset; null is not judged.</summary>
public sealed record RelationshipsCheck
{
    /// <summary>The column.</summary>
    [Required]
    public string Column { get; init; } = "";

    /// <summary>The other dataset and its column, as dataset.column.</summary>
    [Required]
    public string To { get; init; } = "";
}
