using System.Text;
using System.Text.Unicode;
using DataEngineer.Definitions.Model;

namespace DataEngineer.Activities.Extract.Csv;

/// <summary>
/// Copies a CSV file with the file's position and the line's number as two more fields in front of each record. Lines stay lines, so
/// that the reader's count of them is near that of the original; all end alike, which the reader insists on.
/// </summary>
internal sealed class NumberedCsv(CsvShape shape, CsvDefinition csv, int fileIndex, UnreadableRows unreadable)
{
    private const int BufferSize = 1 << 20;
    private readonly byte _quote = shape.Quote.Length == 1 ? (byte)shape.Quote[0] : (byte)0;
    private readonly byte _escape = shape.Escape.Length == 1 ? (byte)shape.Escape[0] : (byte)0;
    private readonly byte[] _delimiter = Encoding.UTF8.GetBytes(shape.Delimiter);
    private readonly byte[] _comment = Encoding.UTF8.GetBytes(csv.Comment ?? "");

    public void Write(string from, string to, CancellationToken cancellationToken)
    {
        using var input = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize);
        using var output = new FileStream(to, FileMode.CreateNew, FileAccess.Write, FileShare.Read, BufferSize);
        var records = new CsvRecords(input, _quote, _escape, _delimiter);
        var skip = (long)csv.SkipRows;
        var header = shape.Header;
        while (records.Next() is { } record)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var bytes = CsvRecords.WithoutLineEnd(record.Bytes.Span);
            var isBlank = bytes.IsEmpty;
            if (!Utf8.IsValid(bytes))
            {
                // The engine's own handling of such rows can end it.
                unreadable.Add(fileIndex, record.Line, "the bytes are not UTF-8", bytes);
                continue;
            }

            if (skip > 0)
            {
                skip -= record.Lines;
            }
            else if ((!isBlank || shape.Columns.Count == 1) && !(_comment.Length > 0 && bytes.StartsWith(_comment)))
            {
                Prefix(output, header ? 0 : record.Line);
                header = false;
            }

            output.Write(bytes);
            output.Write("\n"u8);
        }
    }

    private void Prefix(FileStream output, long line)
    {
        output.Write(Encoding.ASCII.GetBytes(fileIndex.ToString()));
        output.Write(_delimiter);
        output.Write(Encoding.ASCII.GetBytes(line.ToString()));
        output.Write(_delimiter);
    }
}
