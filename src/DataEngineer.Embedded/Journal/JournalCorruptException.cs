namespace DataEngineer.Embedded.Journal;

/// <summary>The journal cannot be read as one: torn, flipped, of another program or version. Nothing was changed in it.</summary>
public sealed class JournalCorruptException(string path, string found, Exception? inner = null)
    : Exception($"The journal '{path}' cannot be used: {found}. Restore it with its -wal file from a backup, or move it away to begin an empty one; "
        + "runs recorded only there then have to be started again.", inner)
{
    /// <summary>The file.</summary>
    public string Path { get; } = path;

    /// <summary>What is wrong with it.</summary>
    public string Found { get; } = found;
}
