using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Embedded.History;

/// <summary>The code threw.</summary>
internal sealed record ExecutionFailed(DateTimeOffset At, OrchestrationFailure Failure) : HistoryEvent(At)
{
    public override string Describe() => $"failure with {Failure.ErrorType}";
}
