using System.Text;
using System.Text.Json;

namespace DataEngineer.Activities.Extract.Json;

/// <summary>Wraps the objects of an NDJSON file; lines that hold none are set aside, empty ones passed over.</summary>
internal sealed class JsonLines(int fileIndex, FileStream output, UnreadableRows unreadable)
{
    private static readonly JsonReaderOptions Options = new() { AllowTrailingCommas = true, MaxDepth = 256 };

    public void Copy(string path, CancellationToken cancellationToken)
    {
        using var input = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20);
        var lines = new Csv.CsvRecords(input, quote: 0, escape: 0, delimiter: "\n"u8.ToArray());
        while (lines.Next() is { } line)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var bytes = line.Bytes.Span.Trim(" \t\r\n"u8);
            if (bytes.IsEmpty)
            {
                continue;
            }

            if (Problem(bytes) is { } problem)
            {
                unreadable.Add(fileIndex, line.Line, problem, bytes);
            }
            else
            {
                Wrap(output, fileIndex, line.Line, bytes);
            }
        }
    }

    public static void Wrap(FileStream output, int fileIndex, long line, ReadOnlySpan<byte> json)
    {
        output.Write(Encoding.ASCII.GetBytes($"{{\"f\":{fileIndex},\"l\":{line},\"r\":"));
        output.Write(json);
        output.Write("}\n"u8);
    }

    private static string? Problem(ReadOnlySpan<byte> line)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(line, Options);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return "not a JSON object";
            }

            while (reader.Read())
            {
                if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && !names.Add(reader.GetString()!))
                {
                    return "a key is there twice";
                }

                if (reader.TokenType == JsonTokenType.String || reader.TokenType == JsonTokenType.PropertyName)
                {
                    _ = reader.GetString();
                }
            }

            return null;
        }
        catch (JsonException)
        {
            return "malformed JSON";
        }
        catch (InvalidOperationException)
        {
            return "the bytes are not UTF-8";
        }
    }
}
