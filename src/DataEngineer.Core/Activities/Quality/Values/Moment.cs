using System.Globalization;

namespace DataEngineer.Activities.Quality.Values;

/// <summary>Reads dates and timestamps as they are written in YAML; without an offset they are UTC, as in the engine.</summary>
internal static class Moment
{
    private const string Day = "yyyy-MM-dd";

    private static readonly string[] Forms =
    [
        Day,
        "yyyy-MM-dd HH:mmK",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd HH:mm:ss.FFFFFFK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFK",
        "yyyy-MM-dd HH:mm:ss K",
    ];

    /// <summary>2026-01-31, or a timestamp at the start of a day by its own offset: that day.</summary>
    public static string? AsDate(string text) =>
        Read(text) is { } moment && moment.TimeOfDay == TimeSpan.Zero ? moment.ToString(Day, CultureInfo.InvariantCulture) : null;

    /// <summary>The moment in UTC, as 2026-01-31 12:00:00.000000.</summary>
    public static string? AsTimestamp(string text) => Read(text)?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Read(string text) =>
        DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
}
