using System.Text.Json.Nodes;

namespace DataEngineer.Plans;

/// <summary>A connection as a run sees it; {{ secrets.X }} are resolved only when it is opened.</summary>
public sealed record PlannedConnection(string Name, string Type, JsonObject Options);
