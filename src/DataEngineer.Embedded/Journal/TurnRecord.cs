namespace DataEngineer.Embedded.Journal;

/// <summary>What one turn of an instance commits, all or nothing.</summary>
/// <param name="Position">The place of the first of <paramref name="Rows"/> in the history.</param>
/// <param name="Replaces">True where <paramref name="Rows"/> are the history of a new execution, and the old one goes.</param>
internal sealed record TurnRecord(
    long Key,
    string Id,
    int Position,
    IReadOnlyList<HistoryRow> Rows,
    bool Replaces,
    InstanceState State,
    IReadOnlyList<NewInstance> Children);
