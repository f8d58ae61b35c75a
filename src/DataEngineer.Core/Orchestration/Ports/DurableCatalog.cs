using System.Collections.Frozen;

namespace DataEngineer.Orchestration.Ports;

/// <summary>Every orchestration and activity that a host can run, by name. Hosts take it whole; there is no discovery.</summary>
public sealed class DurableCatalog(IEnumerable<OrchestrationRegistration> orchestrations, IEnumerable<ActivityRegistration> activities)
{
    /// <summary>By registered name, case-sensitive.</summary>
    public FrozenDictionary<string, OrchestrationRegistration> Orchestrations { get; } =
        orchestrations.ToFrozenDictionary(o => o.Name, StringComparer.Ordinal);

    /// <summary>By registered name, case-sensitive.</summary>
    public FrozenDictionary<string, ActivityRegistration> Activities { get; } =
        activities.ToFrozenDictionary(a => a.Name, StringComparer.Ordinal);
}
