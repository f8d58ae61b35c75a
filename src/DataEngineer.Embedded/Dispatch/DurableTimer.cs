using DataEngineer.Embedded.Instances;

namespace DataEngineer.Embedded.Dispatch;

/// <summary>An armed timer of an instance.</summary>
/// <param name="Number">Orders timers of one time as they were armed.</param>
internal sealed record DurableTimer(LiveInstance Instance, int Execution, int Sequence, DateTimeOffset FireAt, long Number)
{
    public static IComparer<DurableTimer> ByDueTime { get; } = Comparer<DurableTimer>.Create((x, y) =>
        x.FireAt != y.FireAt ? x.FireAt.CompareTo(y.FireAt) : x.Number.CompareTo(y.Number));
}
