using System.Runtime.CompilerServices;
using DataEngineer.Embedded.History;
using DataEngineer.Embedded.Instances;
using DataEngineer.Embedded.Journal;
using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Embedded;

/// <summary>The client of a host in this process. What it answers is on disk.</summary>
internal sealed class EmbeddedClient(DurableEngine engine) : IOrchestrationClient
{
    public async Task<bool> StartAsync(string name, string instanceId, object? input, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        cancellationToken.ThrowIfCancellationRequested();
        var created = new ExecutionCreated(engine.Time.GetUtcNow(), instanceId, name, 1, Payload.Write(input));
        var instance = NewInstance.Of(created, parent: null);
        var key = await engine.Writer.AskAsync(session => session.Create(instance), taken =>
        {
            if (taken is { } begun)
            {
                engine.Begin(begun, instance);
            }
        });
        return key is not null;
    }

    public Task<OrchestrationInstance?> GetAsync(string instanceId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(engine.Reader.Find(instanceId) is { } row ? engine.Reader.Show(row) : null);
    }

    public async Task<OrchestrationInstance> WaitForCompletionAsync(string instanceId, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (engine.FindLive(instanceId) is { } live)
            {
                await live.Ended.WaitAsync(cancellationToken);
                if (engine.Reader.Find(instanceId) is { State.IsFinal: true } row)
                {
                    return engine.Reader.Show(row);
                }
            }

            if (await FindEndedAsync(instanceId, cancellationToken) is { } ended)
            {
                return engine.Reader.Show(ended);
            }
        }
    }

    public async IAsyncEnumerable<OrchestrationInstance> ListAsync(string idPrefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var before = long.MaxValue;
        while (engine.Reader.Page(idPrefix, before) is { Count: > 0 } page)
        {
            foreach (var row in page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return engine.Reader.Show(row);
            }

            before = page[^1].Key;

            // Between pages others get their turn; a page is read at once.
            await Task.Yield();
        }
    }

    public Task RaiseEventAsync(string instanceId, string eventName, object? payload, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        var json = Payload.Write(payload);
        return SendAsync(instanceId, () => new RaiseEvent(eventName, json), cancellationToken);
    }

    public Task TerminateAsync(string instanceId, string reason, CancellationToken cancellationToken) =>
        SendAsync(instanceId, () => new TerminateExecution(reason), cancellationToken);

    public Task SuspendAsync(string instanceId, string reason, CancellationToken cancellationToken) =>
        SendAsync(instanceId, () => new SuspendExecution(reason), cancellationToken);

    public Task ResumeAsync(string instanceId, string reason, CancellationToken cancellationToken) =>
        SendAsync(instanceId, () => new ResumeExecution(reason), cancellationToken);

    public Task<bool> PurgeAsync(string instanceId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return engine.Writer.AskAsync(session => session.TryPurge(instanceId));
    }

    /// <summary>Completes when the message is on disk; at once where the instance has ended.</summary>
    private async Task SendAsync(string instanceId, Func<ClientMessage> create, CancellationToken cancellationToken)
    {
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var message = create();
            if (engine.FindLive(instanceId)?.Post(message) is true)
            {
                await message.Taken.WaitAsync(cancellationToken);
                return;
            }
        }
        while (await FindEndedAsync(instanceId, cancellationToken) is null);
    }

    /// <summary>The instance where it has ended; null where it is about to live here. Throws for an unknown id.</summary>
    private async Task<InstanceRow?> FindEndedAsync(string instanceId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // After this, whatever the journal showed as live before is among the live instances.
        await engine.Writer.FlushAsync();
        var row = engine.Reader.Find(instanceId) ?? throw new InstanceNotFoundException(instanceId);
        return row.State.IsFinal ? row : null;
    }
}
