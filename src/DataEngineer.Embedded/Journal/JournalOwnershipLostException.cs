namespace DataEngineer.Embedded.Journal;

/// <summary>This host was silent past its lease and another took the journal over. It has stopped; nothing it did since was committed.</summary>
public sealed class JournalOwnershipLostException(string path, long epoch, long currentEpoch)
    : Exception($"This host no longer owns the journal '{path}': it opened it as owner {epoch}, and owner {currentEpoch} took over after its lease had passed. "
        + "It has stopped without committing anything more; the new owner goes on with the work.")
{
    /// <summary>The file.</summary>
    public string Path { get; } = path;
}
