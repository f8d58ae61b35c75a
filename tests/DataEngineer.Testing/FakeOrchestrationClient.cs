using System.Runtime.CompilerServices;
using System.Text.Json;
using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Testing;

/// <summary>Remembers instances without running them; a test sets how they stand.</summary>
public sealed class FakeOrchestrationClient : IOrchestrationClient
{
    public Dictionary<string, OrchestrationInstance> Instances { get; } = new(StringComparer.Ordinal);

    public Task<bool> StartAsync(string name, string instanceId, object? input, CancellationToken cancellationToken) =>
        Task.FromResult(Instances.TryAdd(instanceId, new OrchestrationInstance(
            instanceId,
            name,
            OrchestrationStatus.Running,
            DateTimeOffset.UnixEpoch,
            DateTimeOffset.UnixEpoch,
            JsonSerializer.Serialize(input, DurableJson.Options),
            null,
            null,
            null)));

    public void End(string instanceId, OrchestrationStatus status, object? output = null, OrchestrationFailure? failure = null) =>
        Instances[instanceId] = Instances[instanceId] with
        {
            Status = status,
            Output = output is null ? null : JsonSerializer.Serialize(output, DurableJson.Options),
            Failure = failure,
        };

    public Task<OrchestrationInstance?> GetAsync(string instanceId, CancellationToken cancellationToken) =>
        Task.FromResult(Instances.GetValueOrDefault(instanceId));

    public Task<OrchestrationInstance> WaitForCompletionAsync(string instanceId, CancellationToken cancellationToken) =>
        Task.FromResult(Instances.GetValueOrDefault(instanceId) ?? throw new InstanceNotFoundException(instanceId));

    public async IAsyncEnumerable<OrchestrationInstance> ListAsync(string idPrefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var instance in Instances.Values.Where(instance => instance.InstanceId.StartsWith(idPrefix, StringComparison.Ordinal)))
        {
            yield return instance;
        }
    }

    public Task RaiseEventAsync(string instanceId, string eventName, object? payload, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task TerminateAsync(string instanceId, string reason, CancellationToken cancellationToken)
    {
        End(instanceId, OrchestrationStatus.Terminated, failure: new OrchestrationFailure("Terminated", reason));
        return Task.CompletedTask;
    }

    public Task SuspendAsync(string instanceId, string reason, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task ResumeAsync(string instanceId, string reason, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> PurgeAsync(string instanceId, CancellationToken cancellationToken) => Task.FromResult(Instances.Remove(instanceId));
}
