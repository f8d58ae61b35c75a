namespace DataEngineer.Embedded.Dispatch;

/// <summary>A call that waits at, or has passed, a <see cref="LimitGate{T}"/>.</summary>
internal sealed class LimitedCall<T>(T item, IReadOnlyList<(string Name, int Limit)> keys, long age)
    where T : class
{
    public T Item { get; } = item;

    public IReadOnlyList<(string Name, int Limit)> Keys { get; } = keys;

    public long Age { get; } = age;

    /// <summary>The key at which it is parked; null while it runs.</summary>
    public string? ParkedAt { get; set; }
}
