using System.Text.Json.Nodes;
using DataEngineer.Connections;
using DataEngineer.Definitions.Tree;
using DataEngineer.Plans;

namespace DataEngineer.Planning;

/// <summary>What a run is to be planned for.</summary>
/// <param name="Tree">The customer's folder, validated.</param>
/// <param name="Run">The run; its pipeline is the one planned.</param>
/// <param name="Interval">What it covers; null for a pipeline without a schedule.</param>
/// <param name="Variables">Values given; text is read as the variable's type, as it comes from a command line.</param>
/// <param name="Connectors">Those that connections can be of.</param>
public sealed record PlanRequest(
    CustomerTree Tree,
    RunIdentity Run,
    RunInterval? Interval,
    IReadOnlyDictionary<string, JsonValue> Variables,
    IReadOnlyList<IConnector> Connectors);
