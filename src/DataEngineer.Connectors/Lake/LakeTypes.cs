using DataEngineer.Connectors.Loading;
using DataEngineer.Plans;

namespace DataEngineer.Connectors.Lake;

/// <summary>As what a lake keeps a dataset's types: what Parquet gives back, which is VARCHAR for ENUM and TIMESTAMP for coarser ones.</summary>
internal static class LakeTypes
{
    /// <summary>Parquet has no 128-bit integer; this holds all of one but its last digit.</summary>
    private const string Huge = "DECIMAL(38,0)";

    public static IReadOnlyList<Column> Of(StagedRows staged) =>
        [.. staged.Columns.Zip(staged.Stored, (column, stored) => stored with { Type = ColumnTypes.IsHuge(column.Type) ? Huge : stored.Type })];
}
