using DataEngineer.Engine;
using DuckDB.NET.Data;

namespace DataEngineer.Activities.Extract.Parquet;

/// <summary>Parquet files; they carry their types, so that only declared ones can fail to fit.</summary>
internal sealed class ParquetSource : ISource
{
    private readonly ExtractWork _work;
    private readonly Dictionary<string, string> _found = new(StringComparer.OrdinalIgnoreCase);

    private ParquetSource(ExtractWork work) => _work = work;

    public IReadOnlyList<SourceColumn> Columns { get; private set; } = [];

    public string StrictQuery => $"SELECT {string.Join(", ", Columns.Select(column => $"{Strict(column)} AS {Sql.Name(column.Name)}"))} FROM {Read(_work.Files, "")}";

    public static ParquetSource Open(ExtractWork work)
    {
        var source = new ParquetSource(work);
        var union = new ColumnUnion(work);
        foreach (var file in work.Files)
        {
            union.Add(file.Path, source.Describe(file));
        }

        source.Columns = union.ToColumns(missingAllowed: false);
        return source;
    }

    public ICarefulSource OpenCareful() => new ParquetCarefulSource(this, _work.Files, Columns);

    public Exception? Explain(EngineError error) => error.Kind is "Conversion" or "Invalid Input" or "Out of Range" && _work.Types.Count == 0
        ? ExtractErrors.Malformed(_work.What, string.Join(", ", _work.Files.Take(3).Select(file => file.Path)), "a page of the Parquet file is damaged")
        : null;

    public static string Read(IEnumerable<SourceFile> files, string more) =>
        $"read_parquet({Sql.List(files.Select(file => file.LocalPath))}, union_by_name = true, hive_partitioning = false{more})";

    /// <summary>The type the files give, before any cast.</summary>
    public string TypeFound(SourceColumn column) => _found[column.Name];

    private string Strict(SourceColumn column)
    {
        var name = Sql.Name(column.Name);
        return !column.Declared || TypeFound(column) == column.Type ? name
            : WholeNumber.Is(column.Type) && !WholeNumber.Is(TypeFound(column)) ? WholeNumber.Strict($"CAST({name} AS VARCHAR)", column.Type)
            : $"CAST({name} AS {column.Type})";
    }

    private List<(string Name, string? Type)> Describe(SourceFile file)
    {
        try
        {
            var columns = _work.Session.Query($"DESCRIBE SELECT * FROM {Read([file], "")}", row => (Name: row.GetString(0), Type: row.GetString(1)), _work.CancellationToken);
            foreach (var (name, type) in columns)
            {
                _found.TryAdd(name, type);
            }

            return [.. columns.Select(column => (column.Name, (string?)column.Type))];
        }
        catch (DuckDBException e) when (EngineError.Read(e) is { Kind: "Invalid Input" or "IO" or "Serialization" })
        {
            throw ExtractErrors.Malformed(_work.What, file.Path, "it is not a whole Parquet file");
        }
    }
}
