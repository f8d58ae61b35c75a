using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Embedded.Instances;

/// <summary>A child ended, with an output or a failure, or could not be started.</summary>
internal sealed record ChildEnded(int Execution, int Sequence, string? Output, OrchestrationFailure? Failure) : InstanceMessage;
