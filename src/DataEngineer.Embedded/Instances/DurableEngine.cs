using System.Collections.Concurrent;
using DataEngineer.Embedded.Dispatch;
using DataEngineer.Embedded.Journal;
using DataEngineer.Orchestration.Ports;
using Microsoft.Extensions.Logging;

namespace DataEngineer.Embedded.Instances;

/// <summary>The unfinished instances of one host, and what they share.</summary>
internal sealed class DurableEngine(DurableCatalog catalog, TimeProvider time, ILoggerFactory loggers, JournalReader reader)
{
    private readonly ConcurrentDictionary<string, LiveInstance> _byId = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<long, LiveInstance> _byKey = new();

    public TimeProvider Time { get; } = time;

    public ILoggerFactory Loggers { get; } = loggers;

    public ILogger Log { get; } = loggers.CreateLogger<EmbeddedHost>();

    public JournalReader Reader { get; } = reader;

    public required JournalWriter Writer { get; init; }

    public required ActivityDispatcher Dispatcher { get; init; }

    public required TimerService Timers { get; init; }

    /// <summary>The registration; for a name that is unknown, one that fails and says so.</summary>
    public OrchestrationRegistration Find(string orchestration) =>
        catalog.Orchestrations.GetValueOrDefault(orchestration) ?? new OrchestrationRegistration(orchestration, _ => throw Unknown(orchestration)!);

    /// <summary>What there is to say of a name that is not registered; null of one that is.</summary>
    public OrchestrationNotRegisteredException? Unknown(string orchestration) =>
        catalog.Orchestrations.ContainsKey(orchestration) ? null : new OrchestrationNotRegisteredException(orchestration, catalog.Orchestrations.Keys);

    public LiveInstance? FindLive(string id) => _byId.GetValueOrDefault(id);

    public LiveInstance? FindLive(long key) => _byKey.GetValueOrDefault(key);

    public IReadOnlyCollection<LiveInstance> Live() => [.. _byKey.Values];

    public void Add(LiveInstance instance)
    {
        _byKey[instance.Key] = instance;
        _byId[instance.Id] = instance;
    }

    /// <summary>Begins an instance that is on disk.</summary>
    public void Begin(long key, NewInstance created)
    {
        var instance = new LiveInstance(this, key, created.Parent, created.Created, created.Tail);
        Add(instance);
        instance.GoOn(new BeginExecution());
    }

    /// <summary>Forgets an instance whose end is on disk, and tells its parent.</summary>
    public void Remove(LiveInstance instance, InstanceState end)
    {
        _byKey.TryRemove(instance.Key, out _);
        _byId.TryRemove(KeyValuePair.Create(instance.Id, instance));
        if (instance.Parent is { } parent && FindLive(parent.Key) is { } waiting)
        {
            waiting.Post(new ChildEnded(parent.Execution, parent.Sequence, end.Output, end.Failure));
        }
    }

    /// <summary>Completes when all live descendants of that parent have ended.</summary>
    public Task TerminateChildrenAsync(long parentKey, string reason)
    {
        List<Task> ends = [];
        foreach (var child in _byKey.Values.Where(instance => instance.Parent?.Key == parentKey))
        {
            var terminate = new TerminateExecution(reason);
            if (child.Post(terminate))
            {
                ends.Add(terminate.Taken);
            }
        }

        return Task.WhenAll(ends);
    }

    public void Abort(Exception reason)
    {
        foreach (var instance in Live())
        {
            instance.Abort(reason);
        }
    }
}
