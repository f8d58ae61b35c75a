using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Embedded.Replay;

/// <summary>How a termination is shown as the reason of an end.</summary>
internal static class TerminationFailure
{
    public static OrchestrationFailure Of(string reason) => new("Terminated", reason);
}
