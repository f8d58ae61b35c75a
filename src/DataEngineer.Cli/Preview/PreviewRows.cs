using DataEngineer.Plans;

namespace DataEngineer.Cli.Preview;

/// <summary>The first rows of a staged file.</summary>
/// <param name="Rows">Values as the engine writes them; null where there is none.</param>
/// <param name="Total">Rows of the file.</param>
internal sealed record PreviewRows(IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows, long Total);
