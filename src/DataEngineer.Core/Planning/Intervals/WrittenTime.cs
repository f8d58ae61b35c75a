using System.Globalization;
using System.Text.RegularExpressions;
using DataEngineer.Definitions.Model;
using NodaTime;
using NodaTime.Calendars;

namespace DataEngineer.Planning.Intervals;

/// <summary>A date or time as people write it, and how much of it they wrote.</summary>
/// <param name="Unit">The span that the text names.</param>
/// <param name="Local">Its beginning on the clock of the zone, or of the offset.</param>
/// <param name="Offset">Where the text has one.</param>
internal sealed partial record WrittenTime(IntervalUnit Unit, LocalDateTime Local, Offset? Offset)
{
    /// <summary>Null where the text is none, or names a date that no calendar has.</summary>
    public static WrittenTime? Read(string text)
    {
        var match = Written().Match(text.Trim());
        if (!match.Success)
        {
            return null;
        }

        try
        {
            var year = Number(match, "year", 0);
            return match.Groups["week"].Success
                ? new WrittenTime(IntervalUnit.Week, WeekYearRules.Iso.GetLocalDate(year, Number(match, "week", 1), IsoDayOfWeek.Monday).AtMidnight(), Offset: null)
                : new WrittenTime(
                    UnitOf(match),
                    new LocalDateTime(
                        year, Number(match, "month", 1), Number(match, "day", 1), Number(match, "hour", 0), Number(match, "minute", 0), Number(match, "second", 0)),
                    OffsetOf(match));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static IntervalUnit UnitOf(Match match) =>
        match.Groups["hour"].Success ? IntervalUnit.Hour
        : match.Groups["day"].Success ? IntervalUnit.Day
        : match.Groups["month"].Success ? IntervalUnit.Month
        : IntervalUnit.Year;

    private static Offset? OffsetOf(Match match)
    {
        if (match.Groups["utc"].Success)
        {
            return NodaTime.Offset.Zero;
        }

        var size = NodaTime.Offset.FromHoursAndMinutes(Number(match, "offhour", 0), Number(match, "offminute", 0));
        return match.Groups["sign"].Success ? match.Groups["sign"].Value == "-" ? -size : size : null;
    }

    private static int Number(Match match, string group, int missing) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : missing;

    [GeneratedRegex(
        @"^(?<year>\d{4})(-W(?<week>\d{2})|-(?<month>\d{2})(-(?<day>\d{2})(T(?<hour>\d{2})(:(?<minute>\d{2})(:(?<second>\d{2}))?)?((?<utc>Z)|(?<sign>[+-])(?<offhour>\d{2}):?(?<offminute>\d{2}))?)?)?)?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Written();
}
