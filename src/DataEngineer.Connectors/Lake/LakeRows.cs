using DataEngineer.Connections;
using DataEngineer.Connectors.Loading;
using DataEngineer.Definitions.Model;
using DataEngineer.Engine;

namespace DataEngineer.Connectors.Lake;

/// <summary>The queries of a load: which rows of the table go, which new ones come.</summary>
internal sealed class LakeRows(DuckSession session, LoadRequest request, StagedRows staged, IReadOnlyList<TableColumn> columns, LakeInputs inputs)
{
    private const string FileColumn = "_dataeng_file";

    private string Match => string.Join(" AND ", request.PrimaryKey.Select(key => $"t.{Sql.Name(key)} = n.{Sql.Name(key)}"));

    /// <summary>How many new rows have a key that the table has, and how many rows go from which files.</summary>
    public (long Known, IReadOnlyDictionary<string, long> Removed) Affected(IReadOnlyList<LakeFile> files, CancellationToken cancellationToken)
    {
        var none = new Dictionary<string, long>(StringComparer.Ordinal);
        if (files.Count == 0)
        {
            return (0, none);
        }

        if (request.WriteDisposition == WriteDisposition.Interval)
        {
            return (0, ByFile(files, cancellationToken));
        }

        if (request.MergeStrategy == MergeStrategy.InsertOnly)
        {
            return (CountKnown(files, cancellationToken), none);
        }

        var removed = ByFile(files, cancellationToken);
        var known = request.MergeStrategy == MergeStrategy.Upsert ? Math.Min(removed.Values.Sum(), staged.Rows) : CountKnown(files, cancellationToken);
        return (known, removed);
    }

    /// <summary>Writes the rows of a file that stay; answers how many.</summary>
    public long CopyRest(LakeFile file, string output, CancellationToken cancellationToken) =>
        Copy($"SELECT t.* FROM {Files([file])} AS t WHERE ({Gone()}) IS NOT TRUE", output, cancellationToken);

    /// <summary>Writes the new rows; answers how many.</summary>
    public long CopyNew(IReadOnlyList<LakeFile> files, string output, CancellationToken cancellationToken)
    {
        var onlyNew = request is { WriteDisposition: WriteDisposition.Merge, MergeStrategy: MergeStrategy.InsertOnly } && files.Count > 0
            ? $" ANTI JOIN {Files(files)} AS t ON {Match}"
            : "";
        return Copy($"SELECT {staged.Select("n", columns)} FROM {StagedRows.View} AS n{onlyNew}", output, cancellationToken);
    }

    private string Gone()
    {
        if (request.WriteDisposition == WriteDisposition.Merge)
        {
            return $"EXISTS (SELECT 1 FROM {StagedRows.View} AS n WHERE {Match})";
        }

        var column = columns.First(column => string.Equals(column.Name, request.IntervalColumn, StringComparison.OrdinalIgnoreCase));
        return IntervalFilter.Condition($"t.{Sql.Name(column.Name)}", column.Type, request.Interval!);
    }

    private Dictionary<string, long> ByFile(IReadOnlyList<LakeFile> files, CancellationToken cancellationToken)
    {
        var paths = files.ToDictionary(inputs.LocalPath, file => file.Path, StringComparer.Ordinal);
        var sql = $"SELECT t.{FileColumn}, count(*) FROM {Files(files, $", filename = '{FileColumn}'")} AS t WHERE {Gone()} GROUP BY ALL";
        return session.Query(sql, reader => (Path: paths[reader.GetString(0)], Rows: reader.GetInt64(1)), cancellationToken)
            .ToDictionary(found => found.Path, found => found.Rows, StringComparer.Ordinal);
    }

    private long CountKnown(IReadOnlyList<LakeFile> files, CancellationToken cancellationToken) => session.Query(
        $"SELECT count(*) FROM {StagedRows.View} AS n SEMI JOIN {Files(files)} AS t ON {Match}",
        reader => reader.GetInt64(0),
        cancellationToken)[0];

    private string Files(IReadOnlyList<LakeFile> files, string options = "") =>
        $"read_parquet({Sql.List(files.Select(inputs.LocalPath))}, hive_partitioning = false{options})";

    private long Copy(string query, string output, CancellationToken cancellationToken) =>
        session.Execute($"COPY ({query}) TO {Sql.Literal(output)} (FORMAT parquet, COMPRESSION zstd)", cancellationToken);
}
