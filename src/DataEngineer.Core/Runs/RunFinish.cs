namespace DataEngineer.Runs;

/// <summary>The input of the activity that ends a run: what was asked, planned and done.</summary>
public sealed record RunFinish(RunRequest Request, string PlanHash, DateTimeOffset StartedAt, IReadOnlyList<StepOutcome> Steps, Failures.Failure? Failure);
