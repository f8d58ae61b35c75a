namespace DataEngineer.Embedded.Dispatch;

/// <summary>An orchestration called an activity that the catalog does not have.</summary>
public sealed class ActivityNotRegisteredException(string name, IEnumerable<string> registered)
    : Exception($"No activity '{name}' is registered. Registered: {string.Join(", ", registered.Order(StringComparer.Ordinal))}.");
