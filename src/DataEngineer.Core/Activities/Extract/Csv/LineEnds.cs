using DataEngineer.Definitions.Model;

namespace DataEngineer.Activities.Extract.Csv;

/// <summary>Copies a CSV file so that every record ends alike.</summary>
internal static class LineEnds
{
    public static void Unify(string from, string to, CsvDefinition csv, CancellationToken cancellationToken)
    {
        using var input = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20);
        using var output = new FileStream(to, FileMode.CreateNew, FileAccess.Write, FileShare.Read, 1 << 20);
        var quote = (byte)(csv.Quote is { Length: 1 } written ? written[0] : '"');
        var escape = csv.Escape is { Length: 1 } before ? (byte)before[0] : quote;
        var delimiter = System.Text.Encoding.UTF8.GetBytes(CsvOptions.Unescape(csv.Delimiter ?? ","));
        var records = new CsvRecords(input, csv.Quote is "" ? (byte)0 : quote, escape, delimiter);
        while (records.Next() is { } record)
        {
            cancellationToken.ThrowIfCancellationRequested();
            output.Write(CsvRecords.WithoutLineEnd(record.Bytes.Span));
            output.Write("\n"u8);
        }
    }
}
