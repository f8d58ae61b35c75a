namespace DataEngineer.Embedded.Journal;

/// <summary>One thing to be written. It shares its transaction with whatever else waits, and with that stands or falls.</summary>
internal abstract class JournalCommand
{
    /// <summary>Writes, inside the transaction.</summary>
    public abstract void Execute(JournalSession session);

    /// <summary>Called on the writer's thread once it is on disk. Must be quick and must not throw.</summary>
    public abstract void Committed();

    /// <summary>Called where it will never be committed by this host.</summary>
    public abstract void Failed(Exception reason);
}
