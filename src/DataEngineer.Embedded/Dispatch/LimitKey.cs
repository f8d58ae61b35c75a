namespace DataEngineer.Embedded.Dispatch;

/// <summary>One key of a <see cref="LimitGate{T}"/>: who runs under it, and who is parked at it.</summary>
internal sealed class LimitKey<T>
    where T : class
{
    private readonly SortedDictionary<int, int> _named = [];

    public int Running { get; set; }

    /// <summary>Parked calls by age. A call is parked at one full key at a time.</summary>
    public SortedDictionary<long, LimitedCall<T>> Parked { get; } = [];

    public bool IsUnused => _named.Count == 0;

    /// <summary>The smallest limit that a waiting or running call names.</summary>
    public bool HasSlot => Running < _named.Keys.First();

    public void Name(int limit) => _named[limit] = _named.GetValueOrDefault(limit) + 1;

    public void Unname(int limit)
    {
        if (--_named[limit] == 0)
        {
            _named.Remove(limit);
        }
    }
}
