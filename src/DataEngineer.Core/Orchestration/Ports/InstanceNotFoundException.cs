namespace DataEngineer.Orchestration.Ports;

/// <summary>There is no orchestration instance of that id.</summary>
public sealed class InstanceNotFoundException(string instanceId)
    : Exception($"No orchestration instance '{instanceId}' exists here.")
{
    /// <summary>The id asked for.</summary>
    public string InstanceId { get; } = instanceId;
}
