using Cronos;
using DataEngineer.Definitions.Model;
using DataEngineer.Plans;
using NodaTime;

namespace DataEngineer.Planning.Intervals;

/// <summary>
/// The intervals of one schedule. With a unit, a firing covers the last whole hour, day, week, month or year before it; without one,
/// the time since the firing before. Intervals that begin before the schedule's first day are none.
/// </summary>
public sealed class IntervalCalculator
{
    private readonly CronClock _cron;
    private readonly UnitCalendar? _calendar;
    private readonly DateTimeZone _zone;
    private readonly Instant _first;

    private IntervalCalculator(ScheduleDefinition schedule, DateTimeZone zone)
    {
        Unit = schedule.Interval;
        _zone = zone;
        _cron = CronClock.Of(schedule.Cron, zone);
        _calendar = schedule.Interval is { } unit ? new UnitCalendar(unit, zone) : null;
        _first = schedule.Start is { } start ? new UnitCalendar(IntervalUnit.Day, zone).Beginning(LocalDate.FromDateOnly(start)) : Instant.MinValue;
    }

    /// <summary>The span each run covers; null for the time between firings.</summary>
    public IntervalUnit? Unit { get; }

    /// <summary>IANA name.</summary>
    public string Timezone => _zone.Id;

    internal DateTimeZone Zone => _zone;

    /// <summary>Reads a schedule; null with what is wrong where its cron expression or time zone cannot be read.</summary>
    /// <param name="customerTimezone">The time zone where the schedule names none.</param>
    public static IntervalCalculator? TryCreate(ScheduleDefinition schedule, string customerTimezone, out string? problem)
    {
        var timezone = schedule.Timezone ?? customerTimezone;
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(timezone) is not { } zone)
        {
            problem = $"'{timezone}' is no IANA time zone; write, for example, Europe/Amsterdam.";
            return null;
        }

        if (!CronExpression.TryParse(schedule.Cron, out _))
        {
            problem = $"'{schedule.Cron}' is no cron expression of five fields: minute, hour, day of month, month, day of week.";
            return null;
        }

        problem = null;
        return new IntervalCalculator(schedule, zone);
    }

    /// <summary>The first firing later than a time; null where there is none.</summary>
    public DateTimeOffset? NextFiring(DateTimeOffset after) => _cron.After(Instant.FromDateTimeOffset(after)) is { } firing ? Local(firing) : null;

    /// <summary>What a run started at a firing covers; null where that begins before the schedule's first day.</summary>
    public RunInterval? Of(DateTimeOffset firing) => Covered(Instant.FromDateTimeOffset(firing));

    /// <summary>The newest interval that is over; null where the schedule has none yet.</summary>
    public RunInterval? LatestComplete(DateTimeOffset now)
    {
        var instant = Instant.FromDateTimeOffset(now);
        if (_calendar is not null)
        {
            return Covered(instant);
        }

        return _cron.Before(instant + Duration.Epsilon) is { } firing ? Covered(firing) : null;
    }

    /// <summary>What became due after one time and up to another, oldest first, each interval once.</summary>
    public IEnumerable<ScheduledInterval> Due(DateTimeOffset after, DateTimeOffset until)
    {
        RunInterval? last = null;
        var end = Instant.FromDateTimeOffset(until);
        for (var firing = _cron.After(Instant.FromDateTimeOffset(after)); firing is { } at && at <= end; firing = _cron.After(at))
        {
            if (Covered(at) is { } interval && interval != last)
            {
                last = interval;
                yield return new ScheduledInterval(Local(at), interval);
            }
        }
    }

    /// <summary>The intervals, oldest first, that the schedule asks for and that lie within two times; also those still to come.</summary>
    public IEnumerable<RunInterval> Between(DateTimeOffset from, DateTimeOffset to)
    {
        RunInterval? last = null;
        for (var firing = _cron.After(Instant.FromDateTimeOffset(from)); firing is { } at; firing = _cron.After(at))
        {
            var interval = Span(at);
            if (interval?.End > to)
            {
                yield break;
            }

            if (interval is not null && interval != last && interval.Start >= from && !IsBeforeFirst(interval))
            {
                last = interval;
                yield return interval;
            }
        }
    }

    /// <summary>The interval that an instant lies in, whether or not it is over; null where the schedule has none there.</summary>
    internal RunInterval? Around(Instant instant)
    {
        if (_calendar is not null)
        {
            return Interval(_calendar.Floor(instant), _calendar.Ceiling(instant));
        }

        return _cron.Before(instant + Duration.Epsilon) is { } start && _cron.After(instant) is { } end ? Interval(start, end) : null;
    }

    internal bool IsBeforeFirst(RunInterval interval) => Instant.FromDateTimeOffset(interval.Start) < _first;

    private RunInterval? Covered(Instant firing) => Span(firing) is { } span && !IsBeforeFirst(span) ? span : null;

    private RunInterval? Span(Instant firing)
    {
        var end = _calendar?.Floor(firing) ?? firing;
        var start = _calendar is null ? _cron.Before(firing) : _calendar.Floor(end - Duration.Epsilon);
        return start is { } begin ? Interval(begin, end) : null;
    }

    private RunInterval Interval(Instant start, Instant end) => new(Local(start), Local(end), _zone.Id);

    private DateTimeOffset Local(Instant instant) => instant.InZone(_zone).ToDateTimeOffset();
}
