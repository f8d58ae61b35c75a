namespace DataEngineer.Cli.Display;

/// <summary>What there is to show of one step at one moment.</summary>
/// <param name="Rows">Handled so far, or in all once it is done; null where unknown.</param>
/// <param name="Elapsed">Of the attempt under way, or of the last.</param>
/// <param name="Attempt">The attempt under way, or the one that comes next; from 1, counted in this process.</param>
/// <param name="RetryWithin">While it waits for its next attempt: how long that takes at most.</param>
/// <param name="Message">Why it failed or is tried again.</param>
internal sealed record StepSight(
    string Name,
    StepPhase Phase,
    long? Rows,
    double? Fraction,
    TimeSpan Elapsed,
    int Attempt,
    int MaxAttempts,
    TimeSpan? RetryWithin,
    string? Message)
{
    /// <summary>Rows a second so far; null where there is nothing to divide.</summary>
    public double? RowsPerSecond => Rows is > 0 && Elapsed.TotalSeconds >= 0.05 ? Rows / Elapsed.TotalSeconds : null;
}
