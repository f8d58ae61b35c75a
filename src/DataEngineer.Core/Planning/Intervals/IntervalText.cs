using System.Globalization;
using DataEngineer.Definitions.Model;
using DataEngineer.Plans;
using NodaTime;
using NodaTime.Calendars;

namespace DataEngineer.Planning.Intervals;

/// <summary>Writes intervals as people name them: 2026-01-31, 2026-01, 2026, 2026-W05, 2026-01-31T06, or both bounds.</summary>
public static class IntervalText
{
    /// <summary>The shortest text that names the interval in its schedule.</summary>
    /// <param name="unit">The schedule's; null for the time between firings.</param>
    public static string Of(RunInterval interval, IntervalUnit? unit) => unit switch
    {
        IntervalUnit.Hour => interval.Start.Minute == 0 ? Write(interval.Start, "yyyy-MM-dd'T'HHzzz") : Bounds(interval),
        IntervalUnit.Day => Write(interval.Start, "yyyy-MM-dd"),
        IntervalUnit.Week => Week(interval.Start),
        IntervalUnit.Month => Write(interval.Start, "yyyy-MM"),
        IntervalUnit.Year => Write(interval.Start, "yyyy"),
        _ => Bounds(interval),
    };

    /// <summary>Both bounds, as 2026-01-31T06:00+01:00/2026-02-01T06:00+01:00.</summary>
    public static string Bounds(RunInterval interval) => $"{Time(interval.Start)}/{Time(interval.End)}";

    /// <summary>How the texts of a unit look.</summary>
    internal static string Form(IntervalUnit? unit) => unit switch
    {
        IntervalUnit.Hour => "an hour as 2026-01-31T06",
        IntervalUnit.Day => "a day as 2026-01-31",
        IntervalUnit.Week => "a week as 2026-W05",
        IntervalUnit.Month => "a month as 2026-01",
        IntervalUnit.Year => "a year as 2026",
        _ => "both bounds as 2026-01-31T06:00/2026-02-01T06:00",
    };

    private static string Week(DateTimeOffset start)
    {
        var date = LocalDate.FromDateTime(start.DateTime);
        return string.Create(CultureInfo.InvariantCulture, $"{WeekYearRules.Iso.GetWeekYear(date):0000}-W{WeekYearRules.Iso.GetWeekOfWeekYear(date):00}");
    }

    private static string Time(DateTimeOffset time) => Write(time, time.Second == 0 ? "yyyy-MM-dd'T'HH:mmzzz" : "yyyy-MM-dd'T'HH:mm:sszzz");

    private static string Write(DateTimeOffset time, string format) => time.ToString(format, CultureInfo.InvariantCulture);
}
