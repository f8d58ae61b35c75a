using DataEngineer.Embedded.History;
using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Embedded.Journal;

/// <summary>An instance as the journal has it.</summary>
/// <param name="Key">Unique for ever, also where an id is used again after a purge.</param>
/// <param name="Created">The first event of its execution; null where that cannot be read.</param>
internal sealed record InstanceRow(
    long Key, string Id, string Name, DateTimeOffset CreatedAt, ParentLink? Parent, InstanceState State, ExecutionCreated? Created)
{
    /// <summary>The instance as a client sees it. One that failed is shown even where its input cannot be read, which may be why it failed.</summary>
    public OrchestrationInstance Show(string path) => Created is null && State.Status != OrchestrationStatus.Failed
        ? throw new JournalCorruptException(path, $"the first event of instance '{Id}' is missing or does not match its checksum")
        : new(Id, Name, State.Status, CreatedAt, State.UpdatedAt, Created?.Input, State.Output, State.CustomStatus, State.Failure);
}
