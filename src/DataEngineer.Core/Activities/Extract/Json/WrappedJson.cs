using System.Text.Json;

namespace DataEngineer.Activities.Extract.Json;

/// <summary>
/// The objects of each file, one a line, each wrapped with the place it came from; what is no object is set aside. Lines count from 1, and
/// so do the objects of an array.
/// </summary>
internal sealed class WrappedJson : IDisposable
{
    private readonly ExtractWork _work;
    private readonly List<string> _paths = [];

    private WrappedJson(ExtractWork work)
    {
        _work = work;
        Unreadable = new UnreadableRows(Path.Combine(work.TempDirectory, "unreadable.ndjson"));
    }

    /// <summary>What was set aside.</summary>
    public UnreadableRows Unreadable { get; }

    public IReadOnlyList<string> Paths => _paths;

    public string PathOf(int index) => _paths[index];

    public static WrappedJson Write(ExtractWork work, IReadOnlyList<string> formats)
    {
        var wrapped = new WrappedJson(work);
        for (var i = 0; i < work.Files.Count; i++)
        {
            var path = Path.Combine(work.TempDirectory, $"wrapped-{i}.ndjson");
            using var output = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, 1 << 20);
            if (formats[i] == JsonLayout.Lines)
            {
                new JsonLines(i, output, wrapped.Unreadable).Copy(work.Files[i].LocalPath, work.CancellationToken);
            }
            else
            {
                wrapped.CopyValues(i, output);
            }

            wrapped._paths.Add(path);
        }

        return wrapped;
    }

    public void Dispose() => Unreadable.Dispose();

    private void CopyValues(int index, FileStream output)
    {
        var file = _work.Files[index];
        long row = 0;
        try
        {
            using var input = new FileStream(file.LocalPath, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20);
            foreach (var value in JsonValues.Of(input))
            {
                _work.CancellationToken.ThrowIfCancellationRequested();
                row++;
                if (value.ValueKind == JsonValueKind.Object)
                {
                    JsonLines.Wrap(output, index, row, System.Text.Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value, JsonValues.OneLine)));
                }
                else
                {
                    Unreadable.Add(index, row, "not a JSON object", value.GetRawText());
                }
            }
        }
        catch (JsonException e)
        {
            throw ExtractErrors.Malformed(_work.What, $"{file.Path}({(e.LineNumber ?? 0) + 1},{(e.BytePositionInLine ?? 0) + 1})", $"malformed JSON after row {row}");
        }
    }
}
