using System.Text.Json;
using DataEngineer.Orchestration.Ports;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DataEngineer.Testing;

/// <summary>Runs an orchestration once, in memory: activities are delegates, timers fire at once and are noted, payloads pass through JSON as on a host.</summary>
public sealed class FakeOrchestrationContext(object? input, Func<string, string, object?> activity) : IOrchestrationContext
{
    private int _ids;

    public string InstanceId => "test";

    public string Name => "Test";

    public DateTimeOffset CurrentTime { get; private set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public bool IsReplaying => false;

    /// <summary>The waits of the timers, in order.</summary>
    public List<TimeSpan> Waits { get; } = [];

    /// <summary>The activities called, in order, with their input as JSON.</summary>
    public List<(string Name, string Input)> Calls { get; } = [];

    public string? CustomStatus { get; private set; }

    public T? GetInput<T>() => RoundTrip<T>(input);

    public Guid NewGuid() => new(++_ids, 0, 0, new byte[8]);

    public Task<T> CallActivityAsync<T>(string name, object? input, ActivityOptions? options = null)
    {
        var json = JsonSerializer.Serialize(input, DurableJson.Options);
        Calls.Add((name, json));
        try
        {
            return Task.FromResult(RoundTrip<T>(activity(name, json))!);
        }
        catch (InvalidOperationException e)
        {
            throw new ActivityFailedException(name, new OrchestrationFailure(e.GetType().FullName!, e.Message));
        }
    }

    public Task<T> CallSubOrchestrationAsync<T>(string name, object? input, string? instanceId = null) => throw new NotSupportedException();

    public Task CreateTimerAsync(DateTimeOffset fireAt, CancellationToken cancellationToken = default)
    {
        Waits.Add(fireAt - CurrentTime);
        CurrentTime = fireAt;
        return Task.CompletedTask;
    }

    public Task<T> WaitForExternalEventAsync<T>(string eventName, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public void SetCustomStatus(object? status) => CustomStatus = JsonSerializer.Serialize(status, DurableJson.Options);

    public void ContinueAsNew(object? input, bool preserveUnprocessedEvents = true) => throw new NotSupportedException();

    public ILogger CreateReplaySafeLogger(string category) => NullLogger.Instance;

    private static T? RoundTrip<T>(object? value) =>
        JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, DurableJson.Options), DurableJson.Options);
}
