using System.Globalization;

namespace DataEngineer.Plans;

/// <summary>How a run's interval stands in its id.</summary>
public static class IntervalKey
{
    /// <summary>What the keys of runs without an interval begin with.</summary>
    public const string ManualPrefix = "manual-";

    /// <summary>The interval's start in UTC, as 20260131T060000Z.</summary>
    public static string Of(RunInterval interval) =>
        interval.Start.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The key of the nth run without an interval, as manual-0001.</summary>
    public static string Manual(int number) => string.Create(CultureInfo.InvariantCulture, $"{ManualPrefix}{number:0000}");

    /// <summary>The number in such a key; 0 where it is none.</summary>
    public static int NumberOf(string key) =>
        key.StartsWith(ManualPrefix, StringComparison.Ordinal) && int.TryParse(key.AsSpan(ManualPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;
}
