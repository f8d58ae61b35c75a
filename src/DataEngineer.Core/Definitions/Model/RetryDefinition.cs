using DataEngineer.Definitions.Schema;
using DataEngineer.Failures;

namespace DataEngineer.Definitions.Model;

/// <summary>How transient failures are retried: with growing waits and jitter, by durable timers.</summary>
public sealed record RetryDefinition
{
    /// <summary>Attempts in all, the first included. Default: 3.</summary>
    [Range(1, 100)]
    public int MaxAttempts { get; init; } = 3;

    /// <summary>The wait before the second attempt. Default: 10s.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>By what each further wait grows. Default: 2.</summary>
    [Range(1, 10)]
    public double Backoff { get; init; } = 2;

    /// <summary>The longest wait. Default: 5m.</summary>
    public TimeSpan MaxInterval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Only transient failures of these classes are retried. Default: all classes.</summary>
    public IReadOnlyList<FailureClass> RetryOn { get; init; } = [];

    /// <summary>Failures of these classes are never retried, even when transient.</summary>
    public IReadOnlyList<FailureClass> FailOn { get; init; } = [];
}
