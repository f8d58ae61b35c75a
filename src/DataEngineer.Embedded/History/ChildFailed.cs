using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Embedded.History;

/// <summary>The child failed, was terminated, or could not be started.</summary>
internal sealed record ChildFailed(DateTimeOffset At, int Sequence, OrchestrationFailure Failure) : AnswerEvent(At, Sequence)
{
    public override string Describe() => $"the failure of sub-orchestration call {Sequence}";
}
