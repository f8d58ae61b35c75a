using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using DataEngineer.Plans;

namespace DataEngineer.Api.Runs;

/// <summary>The body of a request to start a run; all of it optional.</summary>
/// <param name="Interval">What the run is to cover; left out for a pipeline without a schedule.</param>
/// <param name="Variables">Values for the pipeline's variables.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RunOrder(RunInterval? Interval, IReadOnlyDictionary<string, JsonValue>? Variables);
