using System.Text.Json.Nodes;
using DataEngineer.Plans;

namespace DataEngineer.Runs;

/// <summary>What a run was asked to do; the input of its orchestration.</summary>
/// <param name="Interval">What it covers; null for a pipeline without a schedule.</param>
/// <param name="Variables">As given; defaults are added when the run is planned.</param>
/// <param name="Trigger">Who asked: manual, schedule, retry.</param>
/// <param name="RetryOf">For a retry, the run whose successes are reused.</param>
/// <param name="Definition">For a retry, whose definitions apply.</param>
/// <param name="From">For a retry, steps that run again although they succeeded, with all that come after them.</param>
public sealed record RunRequest(
    RunIdentity Run,
    RunInterval? Interval,
    IReadOnlyDictionary<string, JsonValue> Variables,
    string Trigger,
    string? RetryOf = null,
    DefinitionChoice Definition = DefinitionChoice.Original,
    IReadOnlyList<string>? From = null);
