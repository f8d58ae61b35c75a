using DataEngineer.Definitions.Schema;

namespace DataEngineer.Connectors.Lake;

/// <summary>A folder of Parquet tables, in the customer's store below targets/.</summary>
public sealed record LakeOptions
{
    /// <summary>The folder, relative to targets/ in the customer's store, for example lake. Made at the first load.</summary>
    [Required]
    public string Root { get; init; } = "";
}
