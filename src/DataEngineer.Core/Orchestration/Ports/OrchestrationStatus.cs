namespace DataEngineer.Orchestration.Ports;

/// <summary>Where an instance stands; the names are Durable Task's.</summary>
public enum OrchestrationStatus
{
    /// <summary>Accepted, not yet begun.</summary>
    Pending,

    /// <summary>Begun and not ended; it may be waiting.</summary>
    Running,

    /// <summary>Held back by <see cref="IOrchestrationClient.SuspendAsync"/>.</summary>
    Suspended,

    /// <summary>Ended with an output.</summary>
    Completed,

    /// <summary>Ended by an exception of the orchestration, or found non-deterministic.</summary>
    Failed,

    /// <summary>Ended by <see cref="IOrchestrationClient.TerminateAsync"/>.</summary>
    Terminated,
}
