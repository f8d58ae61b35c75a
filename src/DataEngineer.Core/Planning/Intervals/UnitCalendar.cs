using DataEngineer.Definitions.Model;
using NodaTime;
using NodaTime.TimeZones;

namespace DataEngineer.Planning.Intervals;

/// <summary>
/// Cuts time into the hours, days, weeks, months or years of a time zone, with nothing left over and nothing twice: a day has 23 or 25
/// hours where the clock changes, a day that a zone skipped is none, and an hour goes from one whole hour on the clock to the next, which
/// is one and a half where the clock changes by half an hour.
/// </summary>
internal sealed class UnitCalendar(IntervalUnit unit, DateTimeZone zone)
{
    private static readonly ZoneLocalMappingResolver Begins =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>The beginning of the span that an instant lies in.</summary>
    public Instant Floor(Instant instant)
    {
        if (unit == IntervalUnit.Hour)
        {
            return HourFloor(instant);
        }

        var date = First(instant.InZone(zone).Date);
        while (Beginning(Next(date)) <= instant)
        {
            date = Next(date);
        }

        while (Beginning(date) > instant)
        {
            date = First(date.PlusDays(-1));
        }

        return Beginning(date);
    }

    /// <summary>The end of the span that an instant lies in.</summary>
    public Instant Ceiling(Instant instant)
    {
        if (unit == IntervalUnit.Hour)
        {
            return HourCeiling(instant);
        }

        var date = First(instant.InZone(zone).Date);
        while (Beginning(date) > instant)
        {
            date = First(date.PlusDays(-1));
        }

        while (Beginning(date) <= instant)
        {
            date = Next(date);
        }

        return Beginning(date);
    }

    /// <summary>When a date begins; for a date that the zone skipped, when the clock went on.</summary>
    public Instant Beginning(LocalDate date) => zone.ResolveLocal(date.AtMidnight(), Begins).ToInstant();

    /// <summary>The first day of the week, month or year of a date; of a day itself.</summary>
    public LocalDate First(LocalDate date) => unit switch
    {
        IntervalUnit.Hour or IntervalUnit.Day => date,
        IntervalUnit.Week => date.PlusDays(1 - (int)date.DayOfWeek),
        IntervalUnit.Month => new LocalDate(date.Year, date.Month, 1),
        IntervalUnit.Year => new LocalDate(date.Year, 1, 1),
        _ => throw new InvalidOperationException($"Unknown interval unit {unit}."),
    };

    private LocalDate Next(LocalDate date) => unit switch
    {
        IntervalUnit.Hour or IntervalUnit.Day => date.PlusDays(1),
        IntervalUnit.Week => date.PlusDays(7),
        IntervalUnit.Month => date.PlusMonths(1),
        IntervalUnit.Year => date.PlusYears(1),
        _ => throw new InvalidOperationException($"Unknown interval unit {unit}."),
    };

    private Instant HourFloor(Instant instant)
    {
        var span = zone.GetZoneInterval(instant);
        var floor = HourOf(instant, span).WithOffset(span.WallOffset).ToInstant();
        return !span.HasStart || floor >= span.Start ? floor
            : IsWholeHour(span.Start) ? span.Start
            : HourFloor(span.Start - Duration.Epsilon);
    }

    private Instant HourCeiling(Instant instant)
    {
        var span = zone.GetZoneInterval(instant);
        var ceiling = HourOf(instant, span).PlusHours(1).WithOffset(span.WallOffset).ToInstant();
        return !span.HasEnd || ceiling < span.End ? ceiling
            : IsWholeHour(span.End) ? span.End
            : HourCeiling(span.End);
    }

    private bool IsWholeHour(Instant instant) => instant.InZone(zone).TimeOfDay is { Minute: 0, Second: 0 };

    private static LocalDateTime HourOf(Instant instant, ZoneInterval span) =>
        TimeAdjusters.TruncateToHour(instant.WithOffset(span.WallOffset).TimeOfDay).On(instant.WithOffset(span.WallOffset).Date);
}
