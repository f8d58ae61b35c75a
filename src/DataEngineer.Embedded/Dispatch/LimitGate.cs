using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Embedded.Dispatch;

/// <summary>
/// Lets a call through when all of its keys have a free slot, and takes them together, so calls cannot block each other in
/// a circle. Of those that could start, the oldest does; one that waits for a full key holds back nobody at other keys.
/// </summary>
/// <param name="total">The limit over all calls.</param>
internal sealed class LimitGate<T>(int total)
    where T : class
{
    private const string All = "";
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LimitKey<T>> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<T, LimitedCall<T>> _calls = new(ReferenceEqualityComparer.Instance);
    private long _ages;

    /// <summary>True where the item may start now; otherwise a later <see cref="Leave"/> hands it out.</summary>
    public bool Enter(T item, IReadOnlyList<ConcurrencyLimit> limits)
    {
        lock (_gate)
        {
            var call = new LimitedCall<T>(item, KeysOf(limits), _ages++);
            _calls.Add(item, call);
            foreach (var (name, limit) in call.Keys)
            {
                if (!_keys.TryGetValue(name, out var key))
                {
                    _keys[name] = key = new();
                }

                key.Name(limit);
            }

            return StartOrPark(call);
        }
    }

    /// <summary>Takes out an item that ran, and answers which ones start in consequence.</summary>
    public IReadOnlyList<T> Leave(T item) => TakeOut(item, onlyIfParked: false) ?? [];

    /// <summary>Takes out an item that still waits, and answers which ones start in consequence; null for one that runs or has left.</summary>
    public IReadOnlyList<T>? Drop(T item) => TakeOut(item, onlyIfParked: true);

    private List<T>? TakeOut(T item, bool onlyIfParked)
    {
        lock (_gate)
        {
            if (!_calls.TryGetValue(item, out var call) || (onlyIfParked && call.ParkedAt is null))
            {
                return null;
            }

            _calls.Remove(item);
            if (call.ParkedAt is { } parkedAt)
            {
                _keys[parkedAt].Parked.Remove(call.Age);
            }

            foreach (var (name, limit) in call.Keys)
            {
                var key = _keys[name];
                key.Running -= call.ParkedAt is null ? 1 : 0;
                key.Unname(limit);
                if (key.IsUnused)
                {
                    _keys.Remove(name);
                }
            }

            return StartParkedAt(call.Keys);
        }
    }

    private List<T> StartParkedAt(IReadOnlyList<(string Name, int Limit)> freed)
    {
        List<T> started = [];
        while (OldestParkedAt(freed) is { } next)
        {
            _keys[next.ParkedAt!].Parked.Remove(next.Age);
            if (StartOrPark(next))
            {
                started.Add(next.Item);
            }
        }

        return started;
    }

    private LimitedCall<T>? OldestParkedAt(IReadOnlyList<(string Name, int Limit)> freed)
    {
        LimitedCall<T>? oldest = null;
        foreach (var (name, _) in freed)
        {
            if (_keys.TryGetValue(name, out var key) && key.Parked.Count > 0 && key.HasSlot)
            {
                var first = key.Parked.First().Value;
                oldest = oldest is null || first.Age < oldest.Age ? first : oldest;
            }
        }

        return oldest;
    }

    private bool StartOrPark(LimitedCall<T> call)
    {
        foreach (var (name, _) in call.Keys)
        {
            if (!_keys[name].HasSlot)
            {
                call.ParkedAt = name;
                _keys[name].Parked.Add(call.Age, call);
                return false;
            }
        }

        call.ParkedAt = null;
        foreach (var (name, _) in call.Keys)
        {
            _keys[name].Running++;
        }

        return true;
    }

    private IReadOnlyList<(string Name, int Limit)> KeysOf(IReadOnlyList<ConcurrencyLimit> limits)
    {
        if (limits.Count == 0)
        {
            return [(All, total)];
        }

        var keys = limits.GroupBy(limit => limit.Key, StringComparer.Ordinal).Select(same => (same.Key, same.Min(limit => limit.MaxConcurrent)));
        return [.. keys, (All, total)];
    }
}
