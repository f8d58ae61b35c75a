namespace DataEngineer.Embedded.Instances;

/// <summary>An instance names an orchestration that the catalog does not have.</summary>
public sealed class OrchestrationNotRegisteredException(string name, IEnumerable<string> registered)
    : Exception($"No orchestration '{name}' is registered. Registered: {string.Join(", ", registered.Order(StringComparer.Ordinal))}.");
