using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Embedded.Replay;

/// <summary>Why a sub-orchestration could not be started under the id asked for.</summary>
internal static class ChildConflict
{
    private const string ErrorType = "DataEngineer.Embedded.InstanceExists";

    public static OrchestrationFailure StillRunning(string instanceId) =>
        new(ErrorType, $"This orchestration already has a running child '{instanceId}'. Wait for it, or give the new call an id of its own.");

    public static OrchestrationFailure NotAChild(string instanceId) =>
        new(ErrorType, $"An instance '{instanceId}' exists that this orchestration did not start. Purge it, or give the child another id.");
}
