using System.Text.Json;

namespace DataEngineer.Activities.Extract.Json;

/// <summary>What could not be read, written one JSON object a line.</summary>
internal sealed class UnreadableJson(string path) : IDisposable
{
    private readonly StreamWriter _writer = new(path);

    public long Count { get; private set; }

    public void Add(int file, long line, string error, string row)
    {
        Count++;
        _writer.WriteLine(JsonSerializer.Serialize(new { file, line, error, row }, JsonValues.OneLine));
    }

    public void Dispose() => _writer.Dispose();
}
