using DataEngineer.Runs;

namespace DataEngineer.Operations;

/// <summary>How a run is to be retried.</summary>
/// <param name="Definition">Whose definitions apply.</param>
/// <param name="From">Steps that run again although they succeeded, with all that come after them; for a source that was mended.</param>
public sealed record RetryCommand(DefinitionChoice Definition = DefinitionChoice.Original, IReadOnlyList<string>? From = null);
