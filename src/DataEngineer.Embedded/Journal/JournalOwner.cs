namespace DataEngineer.Embedded.Journal;

/// <summary>Who owns a journal.</summary>
/// <param name="Epoch">One more with every owner.</param>
/// <param name="LockGeneration">Which lock file the owner holds; one more when a hung owner, who holds his still, was replaced.</param>
/// <param name="LeaseUntil">Until when he said that he lives; the minimum after a clean stop.</param>
internal sealed record JournalOwner(long Epoch, long LockGeneration, int ProcessId, string Machine, DateTimeOffset LeaseUntil);
