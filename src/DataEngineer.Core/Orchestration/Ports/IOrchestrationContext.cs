using Microsoft.Extensions.Logging;

namespace DataEngineer.Orchestration.Ports;

/// <summary>
/// What an orchestration may touch. The semantics are those of Durable Task: the orchestration is replayed from its
/// recorded history, so between awaits it may use nothing but this context, its input and pure code.
/// </summary>
/// <remarks>
/// Payloads (inputs, outputs, events, custom status) are serialised with <see cref="DurableJson"/>. They carry ids, plans,
/// dataset references and counts; never rows, never secrets. All calls that schedule work take effect, in program
/// order, when the orchestration next awaits something that is not yet complete.
/// </remarks>
public interface IOrchestrationContext
{
    /// <summary>The id that the instance was started with; unique in the host.</summary>
    string InstanceId { get; }

    /// <summary>The registered name of the running orchestration.</summary>
    string Name { get; }

    /// <summary>The recorded time of the event being processed: the same at every replay. UTC.</summary>
    DateTimeOffset CurrentTime { get; }

    /// <summary>True while recorded history is being replayed; side effects such as logging are then to be withheld.</summary>
    bool IsReplaying { get; }

    /// <summary>The input, or the type's default where the instance was started without one.</summary>
    T? GetInput<T>();

    /// <summary>A name-based (version 5) id derived from the instance id, the current time and a counter: the same at every replay.</summary>
    Guid NewGuid();

    /// <summary>
    /// Runs an activity. It is delivered at least once: after a crash it may run again, also while a first attempt still
    /// runs elsewhere. The host does not retry an activity that throws; the orchestration sees <see cref="ActivityFailedException"/>.
    /// </summary>
    Task<T> CallActivityAsync<T>(string name, object? input, ActivityOptions? options = null);

    /// <summary>
    /// Runs another orchestration as a child and waits for its output. Without <paramref name="instanceId"/> the host
    /// derives one from <see cref="NewGuid"/>. A failed child surfaces as <see cref="SubOrchestrationFailedException"/>.
    /// </summary>
    Task<T> CallSubOrchestrationAsync<T>(string name, object? input, string? instanceId = null);

    /// <summary>
    /// Completes at <paramref name="fireAt"/> (at once when that has passed), also across restarts. Cancelling the token
    /// cancels the timer; an orchestration that ends with uncancelled timers does not wait for them.
    /// </summary>
    Task CreateTimerAsync(DateTimeOffset fireAt, CancellationToken cancellationToken = default);

    /// <summary>
    /// Completes with the payload of the next unconsumed event of that name (compared ignoring case). Events that arrive
    /// before anyone waits are kept, in order; several waiters of one name are served first come, first served.
    /// </summary>
    Task<T> WaitForExternalEventAsync<T>(string eventName, CancellationToken cancellationToken = default);

    /// <summary>Replaces the status document that <see cref="IOrchestrationClient.GetAsync"/> shows; at most 16 KiB of JSON.</summary>
    void SetCustomStatus(object? status);

    /// <summary>
    /// Ends this execution and starts the same instance afresh with <paramref name="input"/> and an empty history once the
    /// orchestration returns. Unconsumed events are carried over when <paramref name="preserveUnprocessedEvents"/> is true.
    /// </summary>
    void ContinueAsNew(object? input, bool preserveUnprocessedEvents = true);

    /// <summary>A logger that is silent while replaying.</summary>
    ILogger CreateReplaySafeLogger(string category);
}
