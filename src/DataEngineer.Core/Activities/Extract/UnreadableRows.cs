using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DataEngineer.Engine;

namespace DataEngineer.Activities.Extract;

/// <summary>Rows that the engine is never shown since they are no rows, kept in a file, one JSON object a line.</summary>
internal sealed class UnreadableRows(string path) : IDisposable
{
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly StreamWriter _writer = new(path);

    public long Count { get; private set; }

    public void Add(int file, long line, string error, string row)
    {
        Count++;
        _writer.WriteLine(JsonSerializer.Serialize(new { file, line, error, row }, OneLine));
    }

    /// <summary>Adds a row of bytes; those that are not UTF-8 are shown as \xNN.</summary>
    public void Add(int file, long line, string error, ReadOnlySpan<byte> row)
    {
        var text = new StringBuilder();
        while (!row.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(row, out var rune, out var length);
            _ = status == OperationStatus.Done ? text.Append(rune) : text.Append(@"\x").Append(Convert.ToHexString(row[..length]));
            row = row[length..];
        }

        Add(file, line, error, text.ToString());
    }

    /// <summary>Moves them into a table of (file, line, "column", error, row).</summary>
    public void Insert(DuckSession session, string table, CancellationToken cancellationToken)
    {
        _writer.Flush();
        if (Count > 0)
        {
            session.Execute(
                $"INSERT INTO {table} SELECT file, line, NULL, error, row FROM read_json({Sql.Literal(path)}, format = 'newline_delimited', "
                + "columns = {'file': 'BIGINT', 'line': 'BIGINT', 'error': 'VARCHAR', 'row': 'VARCHAR'})",
                cancellationToken);
        }
    }

    public void Dispose() => _writer.Dispose();
}
