using DataEngineer.Plans;

namespace DataEngineer.Cli.Display;

/// <summary>How long a retry is waited for. The wait itself is partly random (RetryRule); a person is told its bound.</summary>
internal static class RetryWait
{
    public static TimeSpan AtMost(RetryPlan retry, int attempt)
    {
        var grown = retry.Interval.TotalSeconds * Math.Pow(retry.Backoff, Math.Max(0, attempt - 1));
        return TimeSpan.FromSeconds(Math.Min(grown, retry.MaxInterval.TotalSeconds));
    }
}
