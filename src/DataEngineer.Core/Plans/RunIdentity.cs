namespace DataEngineer.Plans;

/// <summary>What a run is: customer, pipeline, interval, attempt. Its text is the orchestration's instance id.</summary>
/// <param name="IntervalKey">The interval's start in UTC as 20260131T060000Z, or manual-0001 and on for runs without an interval.</param>
/// <param name="Attempt">From 1; a retry and a deliberate rerun are attempts of their own.</param>
public sealed record RunIdentity(string Customer, string Pipeline, string IntervalKey, int Attempt)
{
    /// <summary>customer.pipeline.interval.attempt; names hold no dots.</summary>
    public override string ToString() => $"{Customer}.{Pipeline}.{IntervalKey}.{Attempt}";

    /// <summary>Reads the text form; false where it is not one.</summary>
    public static bool TryParse(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out RunIdentity? identity)
    {
        var parts = text.Split('.');
        identity = parts.Length == 4 && Array.TrueForAll(parts, part => part.Length > 0) && int.TryParse(parts[3], out var attempt) && attempt > 0
            ? new RunIdentity(parts[0], parts[1], parts[2], attempt)
            : null;
        return identity is not null;
    }
}
