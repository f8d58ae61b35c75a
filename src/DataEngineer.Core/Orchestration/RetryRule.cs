using System.Buffers.Binary;
using DataEngineer.Failures;
using DataEngineer.Plans;

namespace DataEngineer.Orchestration;

/// <summary>Whether a failed step is tried again, and when. Pure, so that replay decides the same.</summary>
public static class RetryRule
{
    /// <summary>True for a transient failure of an allowed class with attempts left.</summary>
    public static bool AllowsAnother(RetryPlan retry, Failure failure, int attempt) =>
        failure.Transient
        && attempt < retry.MaxAttempts
        && !retry.FailOn.Contains(failure.Class)
        && (retry.RetryOn.Count == 0 || retry.RetryOn.Contains(failure.Class));

    /// <summary>
    /// The wait after attempt number <paramref name="attempt"/>: interval × backoff^(attempt − 1), at most max_interval, of which a random half
    /// is left out, so that steps that failed together do not come back together.
    /// </summary>
    /// <param name="seed">Where the randomness comes from; an orchestration passes a replay-safe id.</param>
    public static TimeSpan Wait(RetryPlan retry, int attempt, Guid seed)
    {
        var grown = retry.Interval.TotalSeconds * Math.Pow(retry.Backoff, attempt - 1);
        var capped = Math.Min(grown, retry.MaxInterval.TotalSeconds);
        Span<byte> bytes = stackalloc byte[16];
        seed.TryWriteBytes(bytes);
        var random = BinaryPrimitives.ReadUInt32LittleEndian(bytes) / (double)uint.MaxValue;
        return TimeSpan.FromSeconds(capped * (0.5 + (random / 2)));
    }
}
