namespace DataEngineer.Orchestration.Ports;

/// <summary>Thrown into the parent when a child orchestration failed or was terminated.</summary>
public sealed class SubOrchestrationFailedException(string name, string instanceId, OrchestrationFailure failure)
    : Exception($"Sub-orchestration '{name}' ({instanceId}) failed: {failure.ErrorType}: {failure.Message}")
{
    /// <summary>The instance id of the child.</summary>
    public string InstanceId { get; } = instanceId;

    /// <summary>How the child ended.</summary>
    public OrchestrationFailure Failure { get; } = failure;
}
