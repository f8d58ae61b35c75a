using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Embedded.Journal;

/// <summary>The part of an instance's row that changes.</summary>
internal sealed record InstanceState(
    OrchestrationStatus Status,
    int Execution,
    DateTimeOffset UpdatedAt,
    string? CustomStatus,
    string? Output,
    OrchestrationFailure? Failure)
{
    public bool IsFinal => Status is OrchestrationStatus.Completed or OrchestrationStatus.Failed or OrchestrationStatus.Terminated;
}
