using DataEngineer.Embedded.History;

namespace DataEngineer.Embedded.Replay;

/// <summary>Matches external events with those who wait for them, by name ignoring case, both in order of arrival.</summary>
internal sealed class EventBuffer
{
    private readonly Dictionary<string, LinkedList<TaskCompletionSource<string?>>> _waiting = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Queue<(long Arrival, EventRaised Event)>> _unconsumed = new(StringComparer.OrdinalIgnoreCase);
    private long _arrivals;

    public bool HasWaiters => _waiting.Count > 0;

    /// <summary>The waiter that the event is for; null where it is kept instead.</summary>
    public TaskCompletionSource<string?>? Raise(EventRaised raised)
    {
        if (!_waiting.TryGetValue(raised.Name, out var waiters))
        {
            Keep(raised);
            return null;
        }

        var first = waiters.First!.Value;
        Remove(raised.Name, first);
        return first;
    }

    /// <summary>Takes the oldest kept event of that name.</summary>
    public EventRaised? TryTake(string name)
    {
        if (!_unconsumed.TryGetValue(name, out var kept))
        {
            return null;
        }

        var (_, raised) = kept.Dequeue();
        if (kept.Count == 0)
        {
            _unconsumed.Remove(name);
        }

        return raised;
    }

    public TaskCompletionSource<string?> Wait(string name)
    {
        var waiter = new TaskCompletionSource<string?>();
        if (!_waiting.TryGetValue(name, out var waiters))
        {
            _waiting[name] = waiters = new();
        }

        waiters.AddLast(waiter);
        return waiter;
    }

    /// <summary>False where it no longer waits.</summary>
    public bool Remove(string name, TaskCompletionSource<string?> waiter)
    {
        if (!_waiting.TryGetValue(name, out var waiters) || !waiters.Remove(waiter))
        {
            return false;
        }

        if (waiters.Count == 0)
        {
            _waiting.Remove(name);
        }

        return true;
    }

    /// <summary>Every kept event, in order of arrival.</summary>
    public IReadOnlyList<EventRaised> Unconsumed() =>
        [.. _unconsumed.Values.SelectMany(queue => queue).OrderBy(kept => kept.Arrival).Select(kept => kept.Event)];

    private void Keep(EventRaised raised)
    {
        if (!_unconsumed.TryGetValue(raised.Name, out var kept))
        {
            _unconsumed[raised.Name] = kept = new();
        }

        kept.Enqueue((_arrivals++, raised));
    }
}
