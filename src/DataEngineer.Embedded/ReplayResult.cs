using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Embedded;

/// <summary>Where a replayed history ends.</summary>
/// <param name="Status">Completed, Failed or Terminated; Running, Suspended or Pending where the history is that of an unfinished instance.</param>
/// <param name="Output">The output that the replay produced, as JSON.</param>
/// <param name="Failure">The failure that the replay produced, or why it was terminated.</param>
/// <param name="Actions">How many actions the code took, all as recorded.</param>
public sealed record ReplayResult(OrchestrationStatus Status, string? Output, OrchestrationFailure? Failure, int Actions);
