using System.Text.Json.Nodes;
using DataEngineer.Definitions.Model;

namespace DataEngineer.Plans;

/// <summary>A value that SQL sees as $name.</summary>
/// <param name="Type">A variable's type, or null for a TIMESTAMPTZ (the interval's bounds), written as ISO 8601.</param>
public sealed record PlannedParameter(VariableType? Type, JsonValue Value);
