using DataEngineer.Definitions.Model;
using DataEngineer.Engine;
using DataEngineer.Plans;
using DuckDB.NET.Data;

namespace DataEngineer.Activities.Extract.Json;

/// <summary>JSON and NDJSON files.</summary>
internal sealed class JsonSource : ISource
{
    /// <summary>Objects that types are found from in files that are large and not of lines.</summary>
    private const int SampleRows = 20_000;

    private readonly ExtractWork _work;
    private readonly IReadOnlyList<string> _formats;
    private WrappedJson? _wrapped;
    private int _samples;

    private JsonSource(ExtractWork work, IReadOnlyList<string> formats) => (_work, _formats) = (work, formats);

    public IReadOnlyList<SourceColumn> Columns { get; private set; } = [];

    public string? StrictQuery => _wrapped is not null ? null : string.Join(" UNION ALL ", Groups().Select(Strict));

    public static JsonSource Open(ExtractWork work, FileFormat format)
    {
        var source = new JsonSource(work, [.. work.Files.Select(file => JsonLayout.Of(file, format))]);
        try
        {
            source.Columns = source.Look((file, _) => (file.LocalPath, "*"));
            source.CheckArraysEnd();
        }
        catch (DuckDBException e) when (IsAboutRows(EngineError.Read(e)))
        {
            var wrapped = source.Wrap();
            source.Columns = source.Look((_, index) => (wrapped.PathOf(index), "r.*"));
        }

        return source;
    }

    public ICarefulSource OpenCareful() => new JsonCarefulSource(_work, Columns, Wrap());

    public Exception? Explain(EngineError error) => null;

    // An array that was cut off behind a comma is a whole one to the engine.
    private void CheckArraysEnd()
    {
        for (var i = 0; i < _work.Files.Count; i++)
        {
            if (_formats[i] == JsonLayout.Array && !JsonLayout.ArrayEnds(_work.Files[i]))
            {
                throw ExtractErrors.Malformed(_work.What, _work.Files[i].Path, "the JSON array has no end; the file was cut off");
            }
        }
    }

    private static bool IsAboutRows(EngineError error) => error.Kind is "Invalid Input" or "Conversion" or "Binder";

    private WrappedJson Wrap() => _wrapped ??= WrappedJson.Write(_work, _formats);

    private IReadOnlyList<SourceColumn> Look(Func<SourceFile, int, (string Path, string Select)> target)
    {
        var union = new ColumnUnion(_work);
        for (var i = 0; i < _work.Files.Count; i++)
        {
            var (path, select) = target(_work.Files[i], i);
            if (new FileInfo(path).Length > 0)
            {
                union.Add(_work.Files[i].Path, Describe(path, _wrapped is null ? _formats[i] : JsonLayout.Lines, select));
            }
        }

        var columns = union.ToColumns(missingAllowed: true);
        return columns.Count > 0 ? columns : throw ExtractErrors.NoColumns(_work.What, _work.Files[0].Path);
    }

    private IEnumerable<(string Name, string? Type)> Describe(string path, string format, string select)
    {
        var isLarge = new FileInfo(path).Length > JsonSample.WholeFile;
        var sample = path;
        if (isLarge && format == JsonLayout.Lines)
        {
            sample = Path.Combine(_work.TempDirectory, $"sample-{++_samples}.ndjson");
            JsonSample.Write(path, sample);
        }

        var columns = Describe(sample, format, select, isLarge && sample == path ? SampleRows : -1);
        if (isLarge
            && (columns.Exists(column => HasNestedInteger(column.Type)) || !JsonKeys.AreIn(path, sample == path ? null : sample, SampleRows, _work.CancellationToken)))
        {
            columns = Describe(path, format, select, -1);
        }

        return columns.Count == 1 && columns[0] is { Name: "json", Type: "JSON" } ? [] : columns.Select(column => (column.Name, column.Type == "JSON" ? null : column.Type));
    }

    private List<Column> Describe(string path, string format, string select, int sample) => [.. _work.Session.Query(
        $"DESCRIBE SELECT {select} FROM read_json({Sql.Literal(path)}, format = '{format}', records = 'true', map_inference_threshold = -1, sample_size = {sample}, compression = 'uncompressed', hive_partitioning = false)",
        row => new Column(row.GetString(0), row.GetString(1)),
        _work.CancellationToken)];

    /// <summary>Integers inside lists and structs cannot be cast with care, so their type is found from the whole file.</summary>
    private static bool HasNestedInteger(string type) => type.Contains("BIGINT", StringComparison.Ordinal) && !WholeNumber.Is(type);

    private List<(string Format, List<SourceFile> Files)> Groups()
    {
        var groups = new List<(string Format, List<SourceFile> Files)>();
        for (var i = 0; i < _work.Files.Count; i++)
        {
            if (groups.Count == 0 || groups[^1].Format != _formats[i])
            {
                groups.Add((_formats[i], []));
            }

            groups[^1].Files.Add(_work.Files[i]);
        }

        return groups;
    }

    private string Strict((string Format, List<SourceFile> Files) group)
    {
        var struc = string.Join(", ", Columns.Select(column => $"{Sql.Literal(column.Name)}: {Sql.Literal(WholeNumber.Is(column.Type) ? "VARCHAR" : column.Type)}"));
        var list = string.Join(", ", Columns.Select(column => WholeNumber.Is(column.Type)
            ? $"{WholeNumber.Strict(Sql.Name(column.Name), column.Type)} AS {Sql.Name(column.Name)}"
            : Sql.Name(column.Name)));
        return $"SELECT {list} FROM read_json({Sql.List(group.Files.Select(file => file.LocalPath))}, format = '{group.Format}', records = 'true', columns = {{{struc}}}, compression = 'uncompressed', hive_partitioning = false)";
    }
}
