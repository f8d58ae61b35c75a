namespace DataEngineer.Embedded.Journal;

/// <summary>An operating system lock on a file beside the journal; it ends with the process that holds it, however that ends.</summary>
internal sealed class JournalLock : IDisposable
{
    private readonly FileStream _file;

    private JournalLock(FileStream file) => _file = file;

    /// <summary>Null where another holds it.</summary>
    public static JournalLock? TryTake(string journalPath, long generation)
    {
        try
        {
            return new JournalLock(new FileStream(PathOf(journalPath, generation), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException taken) when (taken is not (DirectoryNotFoundException or PathTooLongException))
        {
            return null;
        }
    }

    /// <summary>Removes the lock file of a replaced owner, where the system lets it.</summary>
    public static void Forget(string journalPath, long generation)
    {
        try
        {
            File.Delete(PathOf(journalPath, generation));
        }
        catch (IOException)
        {
            // Windows keeps a file that is open; it is never looked at again.
        }
    }

    public void Dispose() => _file.Dispose();

    private static string PathOf(string journalPath, long generation) =>
        generation == 0 ? $"{journalPath}.lock" : $"{journalPath}.{generation}.lock";
}
