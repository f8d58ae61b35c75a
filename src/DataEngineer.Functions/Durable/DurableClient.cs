using System.Runtime.CompilerServices;
using DataEngineer.Azure.Durable;
using DataEngineer.Orchestration.Ports;
using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace DataEngineer.Functions.Durable;

/// <summary>The client port on Durable Functions.</summary>
internal sealed class DurableClient(DurableTaskClient inner) : IOrchestrationClient
{
    // The look before is for hosts that would run an ended id again; the statuses close the gap between two starts.
    public async Task<bool> StartAsync(string name, string instanceId, object? input, CancellationToken cancellationToken)
    {
        if (await inner.GetInstanceAsync(instanceId, getInputsAndOutputs: false, cancellationToken) is not null)
        {
            return false;
        }

        var options = new StartOrchestrationOptions(instanceId).WithDedupeStatuses([.. StartOrchestrationOptionsExtensions.ValidDedupeStatuses]);
        try
        {
            await inner.ScheduleNewOrchestrationInstanceAsync(name, DurablePayload.Write(input), options, cancellationToken);
            return true;
        }
        catch (OrchestrationAlreadyExistsException)
        {
            return false;
        }
    }

    public async Task<OrchestrationInstance?> GetAsync(string instanceId, CancellationToken cancellationToken) =>
        await inner.GetInstanceAsync(instanceId, getInputsAndOutputs: true, cancellationToken) is { } found ? DurableInstances.Of(found) : null;

    public async Task<OrchestrationInstance> WaitForCompletionAsync(string instanceId, CancellationToken cancellationToken)
    {
        var instance = await RequireAsync(instanceId, cancellationToken);
        return instance.IsFinal
            ? instance
            : DurableInstances.Of(await inner.WaitForInstanceCompletionAsync(instanceId, getInputsAndOutputs: true, cancellationToken));
    }

    public async IAsyncEnumerable<OrchestrationInstance> ListAsync(string idPrefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new OrchestrationQuery(InstanceIdPrefix: idPrefix, FetchInputsAndOutputs: true);
        var found = new List<OrchestrationInstance>();
        await foreach (var metadata in inner.GetAllInstancesAsync(query).WithCancellation(cancellationToken))
        {
            found.Add(DurableInstances.Of(metadata));
        }

        foreach (var instance in found.OrderByDescending(instance => instance.CreatedAt))
        {
            yield return instance;
        }
    }

    public async Task RaiseEventAsync(string instanceId, string eventName, object? payload, CancellationToken cancellationToken)
    {
        if (await RequireAsync(instanceId, cancellationToken) is { IsFinal: false })
        {
            await inner.RaiseEventAsync(instanceId, eventName, DurablePayload.Write(payload), cancellationToken);
        }
    }

    public async Task TerminateAsync(string instanceId, string reason, CancellationToken cancellationToken)
    {
        if (await RequireAsync(instanceId, cancellationToken) is { IsFinal: false })
        {
            await inner.TerminateInstanceAsync(instanceId, new TerminateInstanceOptions(reason, Recursive: true), cancellationToken);
        }
    }

    public async Task SuspendAsync(string instanceId, string reason, CancellationToken cancellationToken)
    {
        if (await RequireAsync(instanceId, cancellationToken) is { IsFinal: false })
        {
            await inner.SuspendInstanceAsync(instanceId, reason, cancellationToken);
        }
    }

    public async Task ResumeAsync(string instanceId, string reason, CancellationToken cancellationToken)
    {
        if (await RequireAsync(instanceId, cancellationToken) is { IsFinal: false })
        {
            await inner.ResumeInstanceAsync(instanceId, reason, cancellationToken);
        }
    }

    public async Task<bool> PurgeAsync(string instanceId, CancellationToken cancellationToken)
    {
        if (await GetAsync(instanceId, cancellationToken) is not { IsFinal: true })
        {
            return false;
        }

        var purged = await inner.PurgeInstanceAsync(instanceId, new PurgeInstanceOptions(Recursive: true), cancellationToken);
        return purged.PurgedInstanceCount > 0;
    }

    private async Task<OrchestrationInstance> RequireAsync(string instanceId, CancellationToken cancellationToken) =>
        await GetAsync(instanceId, cancellationToken) ?? throw new InstanceNotFoundException(instanceId);
}
