using System.Text.Json;
using DataEngineer.Azure.Durable;
using DataEngineer.Orchestration.Ports;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace DataEngineer.Functions.Durable;

/// <summary>The orchestration port on Durable Functions.</summary>
internal sealed class DurableContext : IOrchestrationContext
{
    private readonly TaskOrchestrationContext _inner;
    private readonly EventInbox _events;

    public DurableContext(TaskOrchestrationContext inner)
    {
        _inner = inner;
        _events = new EventInbox(
            name => inner.WaitForExternalEvent<JsonElement?>(name),
            (name, payload) => inner.SendEvent(inner.InstanceId, name, payload ?? JsonSerializer.SerializeToElement<object?>(null)));
    }

    public string InstanceId => _inner.InstanceId;

    public string Name => _inner.Name.Name;

    public DateTimeOffset CurrentTime => new(DateTime.SpecifyKind(_inner.CurrentUtcDateTime, DateTimeKind.Utc));

    public bool IsReplaying => _inner.IsReplaying;

    public T? GetInput<T>() => DurablePayload.Read<T>(_inner.GetInput<JsonElement?>());

    public Guid NewGuid() => _inner.NewGuid();

    public async Task<T> CallActivityAsync<T>(string name, object? input, ActivityOptions? options = null)
    {
        try
        {
            return DurablePayload.Read<T>(await _inner.CallActivityAsync<JsonElement?>(name, ActivityCall.Of(input, options)))!;
        }
        catch (TaskFailedException e)
        {
            throw new ActivityFailedException(name, DurableFailures.Of(e.FailureDetails));
        }
    }

    public async Task<T> CallSubOrchestrationAsync<T>(string name, object? input, string? instanceId = null)
    {
        var child = instanceId ?? _inner.NewGuid().ToString("N");
        try
        {
            var options = new SubOrchestrationOptions { InstanceId = child };
            return DurablePayload.Read<T>(await _inner.CallSubOrchestratorAsync<JsonElement?>(name, DurablePayload.Write(input), options))!;
        }
        catch (TaskFailedException e)
        {
            throw new SubOrchestrationFailedException(name, child, DurableFailures.Of(e.FailureDetails));
        }
    }

    public Task CreateTimerAsync(DateTimeOffset fireAt, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested
            ? Task.FromCanceled(cancellationToken)
            : _inner.CreateTimer(fireAt.UtcDateTime, cancellationToken);

    public Task<T> WaitForExternalEventAsync<T>(string eventName, CancellationToken cancellationToken = default) =>
        _events.WaitAsync<T>(eventName, cancellationToken);

    public void SetCustomStatus(object? status) => _inner.SetCustomStatus(DurablePayload.Write(status));

    public void ContinueAsNew(object? input, bool preserveUnprocessedEvents = true)
    {
        if (preserveUnprocessedEvents)
        {
            _events.Leave();
        }

        _inner.ContinueAsNew(DurablePayload.Write(input), preserveUnprocessedEvents);
    }

    public ILogger CreateReplaySafeLogger(string category) => _inner.CreateReplaySafeLogger(category);
}
