namespace DataEngineer.Embedded.Journal;

/// <summary>The journal could not be written (disk full, removed, read-only). The host has stopped; what was not committed is as if it never happened.</summary>
public sealed class JournalUnavailableException(string path, string reason, Exception? inner = null)
    : Exception($"The journal '{path}' cannot be written: {reason}. The host has stopped and started nothing more; "
        + "free space or restore access, then start it again: it goes on from the last commit.", inner)
{
    /// <summary>The file.</summary>
    public string Path { get; } = path;
}
