namespace DataEngineer.Activities.Extract;

/// <summary>The columns of several files by name, in the order they are first seen; a file that lacks one gives nulls.</summary>
internal sealed class ColumnUnion(ExtractWork work)
{
    private readonly List<(string Name, string? Type, string File)> _columns = [];
    private readonly Dictionary<string, int> _positions = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds a file's columns; a null type is that of a column without values, which goes with any.</summary>
    public void Add(string file, IEnumerable<(string Name, string? Type)> columns)
    {
        foreach (var (name, type) in columns)
        {
            if (!_positions.TryGetValue(name, out var position))
            {
                _positions.Add(name, _columns.Count);
                _columns.Add((name, type, file));
                continue;
            }

            var (firstName, firstType, firstFile) = _columns[position];
            if (firstType is null || type is null || firstType == type || work.Types.ContainsKey(name))
            {
                _columns[position] = (firstName, firstType ?? type, firstType is null ? file : firstFile);
                continue;
            }

            var wider = Wider(firstType, type) ?? throw ExtractErrors.ConflictingTypes(work.What, firstName, firstFile, firstType, file, type);
            _columns[position] = (firstName, wider, firstFile);
        }
    }

    /// <summary>The result, with declared types in the place of those found.</summary>
    public IReadOnlyList<SourceColumn> ToColumns(bool missingAllowed)
    {
        var columns = _columns.ConvertAll(column => work.Types.TryGetValue(column.Name, out var declared)
            ? new SourceColumn(column.Name, declared, Declared: true)
            : new SourceColumn(column.Name, column.Type ?? "VARCHAR", Declared: false));
        foreach (var (name, type) in work.Types.Where(type => !_positions.ContainsKey(type.Key)))
        {
            columns.Add(missingAllowed ? new SourceColumn(name, type, Declared: true) : throw ExtractErrors.UnknownColumn(work.What, name, [.. _columns.Select(column => column.Name)]));
        }

        return columns;
    }

    /// <summary>The type that holds both without changing what the values mean, or null.</summary>
    private string? Wider(string a, string b)
    {
        if (Family(a) != Family(b))
        {
            return null;
        }

        return work.Session.Query(
            $"DESCRIBE SELECT CAST(NULL AS {a}) AS c UNION ALL SELECT CAST(NULL AS {b})", row => row.GetString(1), work.CancellationToken)[0];
    }

    private static string Family(string type) => type switch
    {
        _ when type.EndsWith(']') => "list",
        _ when type.StartsWith("STRUCT", StringComparison.Ordinal) => "struct",
        _ when type.StartsWith("MAP", StringComparison.Ordinal) => "map",
        _ when WholeNumber.Is(type) || type.StartsWith("DECIMAL", StringComparison.Ordinal) || type is "DOUBLE" or "FLOAT" => "number",
        _ when type.StartsWith("TIMESTAMP", StringComparison.Ordinal) || type is "DATE" => "date",
        "VARCHAR" or "UUID" => "text",
        _ => type,
    };
}
