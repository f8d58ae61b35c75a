using System.Text.Json.Nodes;
using DataEngineer.Cli.Hosting;
using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Plans;

namespace DataEngineer.Cli.Checks;

/// <summary>A run as the command line asks for it, held against its definitions.</summary>
/// <param name="IntervalText">The interval as it was chosen, in the shortest form of --interval; null for none.</param>
/// <param name="Plan">What it would do; null where a diagnostic is an error.</param>
internal sealed record PlannedRun(
    PipelineName Name,
    RunInterval? Interval,
    string? IntervalText,
    IReadOnlyDictionary<string, JsonValue> Variables,
    RunPlan? Plan,
    IReadOnlyList<Diagnostic> Diagnostics);
