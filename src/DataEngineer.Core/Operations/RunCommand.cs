using System.Text.Json.Nodes;
using DataEngineer.Plans;

namespace DataEngineer.Operations;

/// <summary>What a person or a schedule asks for.</summary>
/// <param name="Interval">What the run is to cover; null for a pipeline without a schedule.</param>
/// <param name="Variables">Values for the pipeline's variables.</param>
/// <param name="Trigger">Who asks: manual, schedule.</param>
public sealed record RunCommand(
    string Customer,
    string Pipeline,
    RunInterval? Interval,
    IReadOnlyDictionary<string, JsonValue> Variables,
    string Trigger);
