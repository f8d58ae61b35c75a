using DataEngineer.Definitions.Values;
using DataEngineer.Engine;
using DataEngineer.Plans;

namespace DataEngineer.Cli.Preview;

/// <summary>Reads staged Parquet files in a session that reaches that file alone.</summary>
internal sealed class PreviewReader(string tempFolder)
{
    private const long Memory = 512L * 1024 * 1024;

    /// <summary>The first rows as texts.</summary>
    public PreviewRows Read(string path, int limit, CancellationToken cancellationToken)
    {
        using var session = Open(path);
        var from = $"read_parquet({Sql.Literal(path)})";
        var columns = session.Query(
            $"describe select * from {from}", reader => new Column(reader.GetString(0), reader.GetString(1)), cancellationToken);
        var rows = session.Query(
            $"select columns(*)::varchar from {from} limit {limit}",
            IReadOnlyList<string?> (reader) => [.. Enumerable.Range(0, columns.Count).Select(i => reader.IsDBNull(i) ? null : reader.GetString(i))],
            cancellationToken);
        return new PreviewRows(columns, rows, session.Query($"select count(*) from {from}", reader => reader.GetInt64(0), cancellationToken)[0]);
    }

    /// <summary>The first rows, each as a JSON object with its types.</summary>
    public IReadOnlyList<string> ReadJson(string path, int limit, CancellationToken cancellationToken)
    {
        using var session = Open(path);
        return session.Query(
            $"select to_json(r)::varchar from read_parquet({Sql.Literal(path)}) as r limit {limit}", reader => reader.GetString(0), cancellationToken);
    }

    private DuckSession Open(string path) => DuckSession.Open(new DuckSessionOptions(new ByteSize(Memory), 1, tempFolder, [], [path]));
}
