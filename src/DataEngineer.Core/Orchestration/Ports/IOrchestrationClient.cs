namespace DataEngineer.Orchestration.Ports;

/// <summary>Starts, watches and steers orchestration instances. Safe to use from many threads.</summary>
public interface IOrchestrationClient
{
    /// <summary>
    /// Starts an instance. Idempotent by id: where an instance of that id exists, in whatever status, nothing is started
    /// and the answer is false. To run an id again, purge it first.
    /// </summary>
    Task<bool> StartAsync(string name, string instanceId, object? input, CancellationToken cancellationToken);

    /// <summary>The instance as it is now, or null where there is none of that id.</summary>
    Task<OrchestrationInstance?> GetAsync(string instanceId, CancellationToken cancellationToken);

    /// <summary>Waits until the instance is in a final status. Throws <see cref="InstanceNotFoundException"/> for an unknown id.</summary>
    Task<OrchestrationInstance> WaitForCompletionAsync(string instanceId, CancellationToken cancellationToken);

    /// <summary>Instances whose id starts with <paramref name="idPrefix"/>, newest first.</summary>
    IAsyncEnumerable<OrchestrationInstance> ListAsync(string idPrefix, CancellationToken cancellationToken);

    /// <summary>Delivers an event; kept until the instance waits for it. Dropped silently where the instance has ended.</summary>
    Task RaiseEventAsync(string instanceId, string eventName, object? payload, CancellationToken cancellationToken);

    /// <summary>
    /// Ends an instance and its children with status <see cref="OrchestrationStatus.Terminated"/>. Activities not yet started
    /// are dropped; the token of those running here is cancelled, and their results are ignored.
    /// </summary>
    Task TerminateAsync(string instanceId, string reason, CancellationToken cancellationToken);

    /// <summary>Holds an instance back: its running activities finish, nothing new is scheduled until it is resumed.</summary>
    Task SuspendAsync(string instanceId, string reason, CancellationToken cancellationToken);

    /// <summary>Lets a suspended instance go on, with everything that arrived meanwhile.</summary>
    Task ResumeAsync(string instanceId, string reason, CancellationToken cancellationToken);

    /// <summary>Forgets an ended instance and its children. False where there is none, or it has not ended.</summary>
    Task<bool> PurgeAsync(string instanceId, CancellationToken cancellationToken);
}
