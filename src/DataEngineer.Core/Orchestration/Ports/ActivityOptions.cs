namespace DataEngineer.Orchestration.Ports;

/// <summary>How a host is to deliver one activity call.</summary>
/// <param name="Limits">
/// The shared limits under which the activity runs; it starts when every one of them has a free slot. A host that cannot
/// enforce them across processes enforces them within its own.
/// </param>
public sealed record ActivityOptions(IReadOnlyList<ConcurrencyLimit> Limits);
