using DataEngineer.Failures;

namespace DataEngineer.Runs;

/// <summary>What an orchestration knows of its plan: names, order and settings, without SQL or data.</summary>
/// <param name="PlanHash">The plan's hash; empty where planning failed.</param>
/// <param name="Steps">In an order in which each comes after what it needs.</param>
/// <param name="Reused">Outcomes taken over from the run being retried, by step.</param>
/// <param name="Failure">Why there is no plan, else null.</param>
public sealed record RunOutline(
    string PlanHash,
    IReadOnlyList<StepOutline> Steps,
    IReadOnlyDictionary<string, StepOutcome> Reused,
    Failure? Failure);
