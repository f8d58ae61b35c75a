namespace DataEngineer.Api.Runs;

/// <summary>The answer to a start.</summary>
/// <param name="Run">The run's id: customer.pipeline.interval.attempt.</param>
/// <param name="Resumed">True where an unfinished run of the same pipeline and interval goes on and nothing new was started.</param>
public sealed record RunAccepted(string Run, bool Resumed);
