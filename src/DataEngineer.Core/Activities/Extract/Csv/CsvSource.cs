using DataEngineer.Engine;

namespace DataEngineer.Activities.Extract.Csv;

/// <summary>CSV files.</summary>
internal sealed class CsvSource : ISource
{
    private readonly ExtractWork _work;
    private readonly List<CsvGroup> _groups = [];

    private CsvSource(ExtractWork work) => _work = work;

    public IReadOnlyList<SourceColumn> Columns { get; private set; } = [];

    public string StrictQuery => string.Join(" UNION ALL ", _groups.Select(Strict));

    public static CsvSource Open(ExtractWork work)
    {
        var source = new CsvSource(work);
        var sniffer = new CsvSniffer(work);
        var union = new ColumnUnion(work);
        CsvShape? first = null;
        for (var i = 0; i < work.Files.Count; i++)
        {
            var (file, shape) = sniffer.Sniff(work.Files[i], first);
            first ??= shape;
            union.Add(file.Path, shape.Columns.Select(column => (column.Name, Type: source.TypeFound(file, shape, column.Name, column.Type))));
            source.Group(file, i, shape);
        }

        source.Columns = union.ToColumns(missingAllowed: false);
        return source;
    }

    public ICarefulSource OpenCareful() => new CsvCarefulSource(_work, Columns, _groups);

    public Exception? Explain(EngineError error) => null;

    private void Group(SourceFile file, int index, CsvShape shape)
    {
        if (_groups.Count > 0 && _groups[^1].Shape.ReadsLike(shape))
        {
            _groups[^1].Files.Add(file);
        }
        else
        {
            _groups.Add(new CsvGroup(shape, index, [file]));
        }
    }

    /// <summary>A column without values looks like text; among several files it must not stand against the type that others show.</summary>
    private string? TypeFound(SourceFile file, CsvShape shape, string column, string type)
    {
        if (type != "VARCHAR" || _work.Files.Count == 1 || !shape.HasRows)
        {
            return shape.HasRows ? type : null;
        }

        var read = new CsvGroup(shape, 0, [file]).Read(
            [file.LocalPath], shape.Columns.Select(candidate => (candidate.Name, "VARCHAR")), _work.Step.File.Csv, ", ignore_errors = true");
        return _work.Session.Query($"SELECT * FROM {read} WHERE {Sql.Name(column)} IS NOT NULL LIMIT 1", row => row.FieldCount, _work.CancellationToken).Count > 0 ? type : null;
    }

    private string Strict(CsvGroup group)
    {
        var present = group.Shape.Columns.Select(column => column.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var types = Columns.ToDictionary(column => column.Name, column => column.Type, StringComparer.OrdinalIgnoreCase);
        var read = group.Read(
            group.Files.Select(file => file.LocalPath),
            group.Shape.Columns.Select(column => (column.Name, WholeNumber.Is(types[column.Name]) ? "VARCHAR" : types[column.Name])),
            _work.Step.File.Csv,
            "");
        return $"SELECT {string.Join(", ", Columns.Select(column => Value(column, present)))} FROM {read}";
    }

    private static string Value(SourceColumn column, HashSet<string> present)
    {
        var name = Sql.Name(column.Name);
        return !present.Contains(column.Name) ? $"CAST(NULL AS {column.Type}) AS {name}"
            : WholeNumber.Is(column.Type) ? $"{WholeNumber.Strict(name, column.Type)} AS {name}"
            : name;
    }
}
