namespace DataEngineer.Embedded.Journal;

/// <summary>Another live process owns the journal.</summary>
public sealed class JournalInUseException(string path, int processId, string machine, DateTimeOffset leaseUntil, string advice)
    : Exception($"The journal '{path}' is in use by process {processId} on '{machine}' (its lease runs until {leaseUntil:u}). {advice}")
{
    /// <summary>The file.</summary>
    public string Path { get; } = path;

    /// <summary>The owner's process id.</summary>
    public int ProcessId { get; } = processId;

    /// <summary>The owner's machine name.</summary>
    public string Machine { get; } = machine;

    /// <summary>Until when the owner has said that it lives.</summary>
    public DateTimeOffset LeaseUntil { get; } = leaseUntil;
}
