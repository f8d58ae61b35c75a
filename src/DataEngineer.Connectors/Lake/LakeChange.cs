using DataEngineer.Connectors.Loading;

namespace DataEngineer.Connectors.Lake;

/// <summary>What a load wrote beside the table, to become part of it by the swap.</summary>
/// <param name="Columns">The table's columns.</param>
/// <param name="Files">The table's files after the load.</param>
/// <param name="Written">The ones among them that the load wrote.</param>
internal sealed record LakeChange(
    LoadEffect Effect,
    IReadOnlyList<TableColumn> Columns,
    IReadOnlyList<LakeFile> Files,
    IReadOnlyList<LakeFile> Written);
