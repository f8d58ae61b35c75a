namespace DataEngineer.Embedded.History;

/// <summary>An exported history: everything that replay needs, and nothing of the journal it came from.</summary>
/// <param name="Format">1.</param>
internal sealed record HistoryDocument(int Format, IReadOnlyList<HistoryEvent> Events)
{
    public const int CurrentFormat = 1;
}
