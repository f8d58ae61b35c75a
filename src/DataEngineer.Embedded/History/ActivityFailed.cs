using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Embedded.History;

/// <summary>The activity threw.</summary>
internal sealed record ActivityFailed(DateTimeOffset At, int Sequence, OrchestrationFailure Failure) : AnswerEvent(At, Sequence)
{
    public override string Describe() => $"the failure of activity call {Sequence}";
}
