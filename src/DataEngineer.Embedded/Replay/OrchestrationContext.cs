using System.Text;
using DataEngineer.Embedded.History;
using DataEngineer.Orchestration.Ports;
using Microsoft.Extensions.Logging;

namespace DataEngineer.Embedded.Replay;

/// <summary>The context handed to the code of one execution. Every call has to come from the execution's own thread.</summary>
internal sealed class OrchestrationContext(ExecutionCreated created, ExecutionState state, OrchestrationScheduler scheduler, ILoggerFactory loggers)
    : IOrchestrationContext
{
    private const int MaxCustomStatusBytes = 16 * 1024;
    private int _guids;

    public string InstanceId => created.InstanceId;

    public string Name => created.Name;

    public DateTimeOffset CurrentTime => state.CurrentTime;

    public bool IsReplaying => state.IsReplaying;

    public T? GetInput<T>() => Payload.Read<T>(created.Input);

    public Guid NewGuid()
    {
        DemandOwnThread();
        return DeterministicGuid.Create($"{InstanceId}\n{created.Execution}\n{CurrentTime.UtcTicks}\n{_guids++}");
    }

    public Task<T> CallActivityAsync<T>(string name, object? input, ActivityOptions? options = null)
    {
        DemandOwnThread();
        ArgumentException.ThrowIfNullOrEmpty(name);
        var limits = options?.Limits is { Count: > 0 } given ? given : null;
        foreach (var limit in limits ?? [])
        {
            ArgumentException.ThrowIfNullOrEmpty(limit.Key, nameof(options));
            ArgumentOutOfRangeException.ThrowIfLessThan(limit.MaxConcurrent, 1, nameof(options));
        }

        return Read<T>(state.Begin(new ActivityScheduled(CurrentTime, state.NextSequence, name, Payload.Write(input), limits)).Answer.Task);
    }

    public Task<T> CallSubOrchestrationAsync<T>(string name, object? input, string? instanceId = null)
    {
        DemandOwnThread();
        ArgumentException.ThrowIfNullOrEmpty(name);
        var id = instanceId ?? NewGuid().ToString("N");
        if (state.IsCalling(id))
        {
            return Task.FromException<T>(new SubOrchestrationFailedException(name, id, ChildConflict.StillRunning(id)));
        }

        return Read<T>(state.Begin(new ChildScheduled(CurrentTime, state.NextSequence, name, id, Payload.Write(input))).Answer.Task);
    }

    public async Task CreateTimerAsync(DateTimeOffset fireAt, CancellationToken cancellationToken = default)
    {
        DemandOwnThread();
        cancellationToken.ThrowIfCancellationRequested();
        var timer = state.Begin(new TimerCreated(CurrentTime, state.NextSequence, fireAt.ToUniversalTime()));
        await using var registration = cancellationToken.UnsafeRegister(_ => Cancel(() => state.CancelTimer(timer), timer.Answer, cancellationToken), null);
        await timer.Answer.Task;
    }

    public async Task<T> WaitForExternalEventAsync<T>(string eventName, CancellationToken cancellationToken = default)
    {
        DemandOwnThread();
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        cancellationToken.ThrowIfCancellationRequested();
        if (state.Events.TryTake(eventName) is { } kept)
        {
            return Payload.Read<T>(kept.Payload)!;
        }

        var waiter = state.Events.Wait(eventName);
        await using var registration = cancellationToken.UnsafeRegister(_ => Cancel(() => state.Events.Remove(eventName, waiter), waiter, cancellationToken), null);
        return Payload.Read<T>(await waiter.Task)!;
    }

    public void SetCustomStatus(object? status)
    {
        DemandOwnThread();
        var json = Payload.Write(status);
        if (json is not null && Encoding.UTF8.GetByteCount(json) is var size && size > MaxCustomStatusBytes)
        {
            throw new ArgumentException($"The custom status of '{Name}' is {size} bytes of JSON; at most {MaxCustomStatusBytes} are allowed. Put references in it, not data.", nameof(status));
        }

        state.CustomStatus = json;
    }

    public void ContinueAsNew(object? input, bool preserveUnprocessedEvents = true)
    {
        DemandOwnThread();
        state.ContinueAsNew(Payload.Write(input), preserveUnprocessedEvents);
    }

    public ILogger CreateReplaySafeLogger(string category) => new ReplaySafeLogger(loggers.CreateLogger(category), this);

    private static async Task<T> Read<T>(Task<string?> answer) => Payload.Read<T>(await answer)!;

    private void Cancel(Func<bool> release, TaskCompletionSource<string?> waiter, CancellationToken cancellationToken)
    {
        if (!scheduler.IsOnThread)
        {
            scheduler.ReportForeignWork();
        }
        else if (release())
        {
            scheduler.EnqueueCompletion(() => waiter.TrySetCanceled(cancellationToken));
        }
    }

    private void DemandOwnThread()
    {
        if (!scheduler.IsOnThread)
        {
            scheduler.ReportForeignWork();
            throw new InvalidOperationException(
                $"The context of orchestration '{Name}' ({InstanceId}) was used outside its own thread: something was awaited that is not the context's, "
                + "such as Task.Delay, Task.Run or I/O. Do that in an activity.");
        }
    }
}
