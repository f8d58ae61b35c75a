using System.Text.Json.Nodes;
using DataEngineer.Failures;
using DataEngineer.Plans;

namespace DataEngineer.Runs;

/// <summary>What is kept of a run; the output of its orchestration, and a file in the customer's store.</summary>
/// <param name="Steps">In the plan's order; while the run is under way only what was planned.</param>
/// <param name="Failure">Why the run could not be planned, else null; failures of steps stand with them.</param>
public sealed record RunRecord(
    RunIdentity Run,
    RunStatus Status,
    string Trigger,
    RunInterval? Interval,
    IReadOnlyDictionary<string, JsonValue> Variables,
    string PlanHash,
    string? RetryOf,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    IReadOnlyList<StepOutcome> Steps,
    Failure? Failure)
{
    /// <summary>The status that these outcomes add up to.</summary>
    public static RunStatus StatusOf(IReadOnlyCollection<StepOutcome> steps)
    {
        var isComplete = steps.All(step => step.Status is StepStatus.Succeeded or StepStatus.Warned or StepStatus.Reused);
        var hasContinued = steps.Any(step => step.Assertions.Any(assertion => assertion.IsUncontained));
        var hasLoaded = steps.Any(step => step.Load is not null);
        var hasWarned = steps.Any(step => step.Status == StepStatus.Warned || step.Warnings.Count > 0);
        return (isComplete, hasContinued, hasLoaded, hasWarned) switch
        {
            (true, true, _, _) => RunStatus.Partial,
            (true, false, _, true) => RunStatus.Warned,
            (true, false, _, false) => RunStatus.Succeeded,
            (false, _, true, _) => RunStatus.Partial,
            (false, _, false, _) => RunStatus.Failed,
        };
    }
}
