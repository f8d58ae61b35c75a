namespace DataEngineer.Activities;

/// <summary>How far a step is, while it runs.</summary>
/// <param name="Run">The run's id.</param>
/// <param name="Rows">Rows handled so far; null where unknown.</param>
/// <param name="Fraction">From 0 to 1; null where unknown.</param>
public sealed record StepProgress(string Run, string Step, long? Rows, double? Fraction);
