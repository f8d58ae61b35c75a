using DataEngineer.Orchestration.Ports;
using DataEngineer.Plans;

namespace DataEngineer.Runs;

/// <summary>One step as an orchestration sees it.</summary>
/// <param name="Activity">The registered name of the activity that does it.</param>
/// <param name="Needs">Names of the steps that must have succeeded before.</param>
/// <param name="Reads">Names of the datasets it is given.</param>
public sealed record StepOutline(
    string Name,
    string Activity,
    IReadOnlyList<string> Needs,
    IReadOnlyList<string> Reads,
    RetryPlan Retry,
    IReadOnlyList<ConcurrencyLimit> Limits);
