using System.Text.Json;
using DataEngineer.Embedded.History;

namespace DataEngineer.Embedded.Journal;

/// <summary>Where the history of an execution ends, and so how the next row follows on.</summary>
internal sealed class HistoryTail(int position, long sum)
{
    private long _sum = sum;

    /// <summary>The place of the next row.</summary>
    public int Position { get; private set; } = position;

    /// <summary>The tail of an empty history.</summary>
    public static HistoryTail Start(string instanceId, int execution) => new(0, HistoryChecksum.Seed(instanceId, execution));

    public static HistoryEvent? TryParse(ReadOnlySpan<byte> data)
    {
        try
        {
            return JsonSerializer.Deserialize(data, HistoryJson.Default.HistoryEvent);
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    public HistoryRow Append(HistoryEvent appended)
    {
        var data = JsonSerializer.SerializeToUtf8Bytes(appended, HistoryJson.Default.HistoryEvent);
        _sum = HistoryChecksum.Next(_sum, data);
        Position++;
        return new HistoryRow(data, _sum);
    }
}
