using DataEngineer.Engine;

namespace DataEngineer.Activities.Extract.Json;

/// <summary>Objects with their places, every value read as it stands and cast by itself.</summary>
internal sealed class JsonCarefulSource(ExtractWork work, IReadOnlyList<SourceColumn> columns, WrappedJson wrapped) : ICarefulSource
{
    public string Row => "r::VARCHAR";

    public string Relation(bool first)
    {
        var fields = string.Join(", ", columns.Select(column => $"{Sql.Name(column.Name)} JSON"));
        return "(SELECT f AS __de_file, l AS __de_line, r FROM "
            + $"read_json({Sql.List(wrapped.Paths)}, format = 'newline_delimited', records = 'true', columns = {{'f': 'BIGINT', 'l': 'BIGINT', 'r': {Sql.Literal($"STRUCT({fields})")}}}, compression = 'uncompressed'))";
    }

    public void CollectUnreadable(string table)
    {
        if (wrapped.HasUnreadable)
        {
            work.Session.Execute(
                $"INSERT INTO {table} SELECT file, line, NULL, error, row FROM read_json({Sql.Literal(wrapped.UnreadablePath)}, format = 'newline_delimited', "
                + "columns = {'file': 'BIGINT', 'line': 'BIGINT', 'error': 'VARCHAR', 'row': 'VARCHAR'})",
                work.CancellationToken);
        }
    }

    public string Text(SourceColumn column) => $"(r.{Sql.Name(column.Name)} ->> '$')";

    public string Try(SourceColumn column) => column.Type switch
    {
        "VARCHAR" => Text(column),
        "JSON" => $"r.{Sql.Name(column.Name)}",
        _ when WholeNumber.Is(column.Type) => WholeNumber.Try(Text(column), column.Type),
        _ => $"TRY(CAST(r.{Sql.Name(column.Name)} AS {column.Type}))",
    };
}
