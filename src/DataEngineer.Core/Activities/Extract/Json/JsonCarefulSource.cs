using DataEngineer.Engine;

namespace DataEngineer.Activities.Extract.Json;

/// <summary>Objects with their places, every value read as it stands and cast by itself.</summary>
internal sealed class JsonCarefulSource(ExtractWork work, IReadOnlyList<SourceColumn> columns, WrappedJson wrapped) : ICarefulSource
{
    public string Row => "r::VARCHAR";

    /// <summary>
    /// Casts to nested types are all or nothing only inside TRY, which the engine gets wrong inside conditions; so they are done before, and
    /// kept apart from what reads them.
    /// </summary>
    public string Relation(bool first)
    {
        var fields = string.Join(", ", columns.Select(column => $"{Sql.Name(column.Name)} JSON"));
        var tries = string.Concat(columns.Where(column => IsNested(column.Type)).Select(column => $", TRY(CAST(r.{Sql.Name(column.Name)} AS {column.Type})) AS {Tried(column)}"));
        var rows = $"SELECT f AS __de_file, l AS __de_line, r{tries} FROM "
            + $"read_json({Sql.List(wrapped.Paths)}, format = 'newline_delimited', records = 'true', columns = {{'f': 'BIGINT', 'l': 'BIGINT', 'r': {Sql.Literal($"STRUCT({fields})")}}}, compression = 'uncompressed')";
        return tries.Length == 0 ? $"({rows})" : $"(WITH rows_tried AS MATERIALIZED ({rows}) SELECT * FROM rows_tried)";
    }

    public void CollectUnreadable(string table) => wrapped.Unreadable.Insert(work.Session, table, work.CancellationToken);

    public string Text(SourceColumn column) => $"(r.{Sql.Name(column.Name)} ->> '$')";

    public string Try(SourceColumn column) => column.Type switch
    {
        "VARCHAR" => Text(column),
        "JSON" => $"r.{Sql.Name(column.Name)}",
        _ when IsNested(column.Type) => Tried(column),
        _ when WholeNumber.Is(column.Type) => WholeNumber.Try(Text(column), column.Type),
        _ => $"TRY_CAST({Text(column)} AS {column.Type})",
    };

    public void Dispose() => wrapped.Dispose();

    private static string Tried(SourceColumn column) => Sql.Name("__de_try_" + column.Name);

    private static bool IsNested(string type) =>
        type.EndsWith(']') || type.StartsWith("STRUCT", StringComparison.Ordinal) || type.StartsWith("MAP", StringComparison.Ordinal);
}
