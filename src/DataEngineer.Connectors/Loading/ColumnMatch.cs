using DataEngineer.Plans;

namespace DataEngineer.Connectors.Loading;

/// <summary>How the columns of a dataset differ from those of the table it goes to. Order and letter case do not matter.</summary>
/// <param name="Added">In the dataset, not in the table.</param>
/// <param name="Missing">In the table, not in the dataset.</param>
/// <param name="Changed">In both, but the dataset's type does not fit the table's.</param>
internal sealed record ColumnMatch(
    IReadOnlyList<Column> Added,
    IReadOnlyList<TableColumn> Missing,
    IReadOnlyList<(Column Dataset, TableColumn Table)> Changed)
{
    public bool IsFit => Added.Count + Missing.Count + Changed.Count == 0;

    public static ColumnMatch Of(IReadOnlyList<Column> dataset, IReadOnlyList<TableColumn> table)
    {
        var byName = table.ToDictionary(column => column.Name, StringComparer.OrdinalIgnoreCase);
        var names = dataset.Select(column => column.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new ColumnMatch(
            [.. dataset.Where(column => !byName.ContainsKey(column.Name))],
            [.. table.Where(column => !names.Contains(column.Name))],
            [.. from column in dataset
                where byName.ContainsKey(column.Name) && !ColumnTypes.Fits(column.Type, byName[column.Name].Type)
                select (column, byName[column.Name])]);
    }

    /// <summary>added: a BIGINT; missing: b VARCHAR; changed: c DOUBLE, table has INTEGER.</summary>
    public override string ToString() => string.Join("; ", Parts());

    private IEnumerable<string> Parts()
    {
        if (Added.Count > 0)
        {
            yield return "added: " + string.Join(", ", Added.Select(column => $"{column.Name} {column.Type}"));
        }

        if (Missing.Count > 0)
        {
            yield return "missing: " + string.Join(", ", Missing.Select(column => $"{column.Name} {column.Type}"));
        }

        if (Changed.Count > 0)
        {
            yield return "changed: " + string.Join(", ", Changed.Select(pair => $"{pair.Dataset.Name} {pair.Dataset.Type}, table has {pair.Table.Type}"));
        }
    }
}
