namespace DataEngineer.Embedded.Journal;

/// <summary>A journal that this process owns, open for one writer and one reader.</summary>
internal sealed record OpenJournal(string Path, JournalOwner Owner, JournalLock Lock, JournalSession Session, JournalReader Reader)
{
    /// <summary>Opens, claims and checks the journal; leaves nothing open where that fails.</summary>
    public static OpenJournal At(string path, EmbeddedHostOptions options, TimeProvider time)
    {
        var opened = new Stack<IDisposable>();
        try
        {
            JournalFile.CreateIfMissing(path);
            var writing = JournalFile.Open(path);
            opened.Push(writing);
            var (owner, held) = JournalClaim.Take(writing, path, time, options.LeaseDuration, () =>
            {
                if (options.CheckIntegrity)
                {
                    JournalFile.CheckIntegrity(writing, path);
                }
            });
            opened.Push(held);
            options.ConfigureWriter?.Invoke(writing);
            var reading = JournalFile.Open(path);
            opened.Push(reading);
            return new OpenJournal(path, owner, held, new JournalSession(writing), new JournalReader(reading, path));
        }
        catch (Exception failed)
        {
            while (opened.TryPop(out var disposable))
            {
                disposable.Dispose();
            }

            if (JournalFile.Translate(failed, path) is var translated && translated != failed)
            {
                throw translated;
            }

            throw;
        }
    }
}
