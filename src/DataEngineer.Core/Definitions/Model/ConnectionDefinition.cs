using System.Text.Json.Nodes;

namespace DataEngineer.Definitions.Model;

/// <summary>A place to read from or load into. Which further keys it takes depends on its type.</summary>
/// <param name="Type">The connector's name, for example files, duckdb or lake.</param>
/// <param name="MaxConcurrent">Steps that use the connection at once, over all runs on one host. Default: the connector's.</param>
/// <param name="Options">The keys of its type, checked against the connector's options; {{ secrets.X }} unresolved.</param>
public sealed record ConnectionDefinition(string Type, int? MaxConcurrent, JsonObject Options);
