using DataEngineer.Failures;

namespace DataEngineer.Plans;

/// <summary>How transient failures of a step are retried; see the language's retry.</summary>
public sealed record RetryPlan(
    int MaxAttempts,
    TimeSpan Interval,
    double Backoff,
    TimeSpan MaxInterval,
    IReadOnlyList<FailureClass> RetryOn,
    IReadOnlyList<FailureClass> FailOn);
