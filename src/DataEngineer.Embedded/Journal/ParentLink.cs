namespace DataEngineer.Embedded.Journal;

/// <summary>The call that an instance answers when it ends.</summary>
internal sealed record ParentLink(long Key, int Execution, int Sequence);
