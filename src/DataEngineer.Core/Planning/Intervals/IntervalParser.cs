using DataEngineer.Definitions.Model;
using DataEngineer.Plans;
using NodaTime;

namespace DataEngineer.Planning.Intervals;

/// <summary>Reads the text after --interval: a span in the form of the schedule's unit, or both bounds of one of its intervals.</summary>
public static class IntervalParser
{
    /// <summary>The interval that a text names, or a message that shows the allowed form and the nearest intervals.</summary>
    public static IntervalChoice Parse(string text, IntervalCalculator schedule)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0)
        {
            return Bounds(text, text[..slash], text[(slash + 1)..], schedule);
        }

        if (WrittenTime.Read(text) is not { } named)
        {
            return IntervalChoice.Wrong($"'{text}' is no interval; write {IntervalText.Form(schedule.Unit)}, or START/END.");
        }

        var (unit, local, offset) = named;
        if (schedule.Unit is { } own && own != unit)
        {
            return IntervalChoice.Wrong($"'{text}' is {Article(unit)}; the schedule's interval is {Article(own)}, so write {IntervalText.Form(own)}.{Nearest(local, schedule)}");
        }

        return schedule.Unit is null ? Firing(text, unit, local, offset, schedule) : Place(text, local, offset, schedule) switch
        {
            { Problem: { } problem } => IntervalChoice.Wrong(problem),
            { Instant: var instant } => Beginning(instant, schedule) is { } interval
                ? Chosen(text, interval, schedule)
                : IntervalChoice.Wrong($"'{text}' is no interval of the schedule, which has {Span(schedule.Unit)}.{Nearest(local, schedule)}"),
        };
    }

    private static IntervalChoice Bounds(string text, string from, string to, IntervalCalculator schedule)
    {
        if (WrittenTime.Read(from) is not { } start || WrittenTime.Read(to) is not { } end)
        {
            return IntervalChoice.Wrong($"'{text}' is no interval; write START/END, for example 2026-01-31T06:00/2026-02-01T06:00.");
        }

        var first = Place(from, start.Local, start.Offset, schedule);
        var last = Place(to, end.Local, end.Offset, schedule);
        if ((first.Problem ?? last.Problem) is { } problem)
        {
            return IntervalChoice.Wrong(problem);
        }

        return Beginning(first.Instant, schedule) is { } interval && Instant.FromDateTimeOffset(interval.End) == last.Instant
            ? Chosen(text, interval, schedule)
            : IntervalChoice.Wrong($"'{text}' is no interval of the schedule, which has {Span(schedule.Unit)}.{Nearest(start.Local, schedule)}");
    }

    /// <summary>Without a unit, a time names the interval that begins then, and a day the only one that begins on it.</summary>
    private static IntervalChoice Firing(string text, IntervalUnit unit, LocalDateTime local, Offset? offset, IntervalCalculator schedule)
    {
        if (unit == IntervalUnit.Hour)
        {
            var place = Place(text, local, offset, schedule);
            return place.Problem is null && Beginning(place.Instant, schedule) is { } interval
                ? Chosen(text, interval, schedule)
                : IntervalChoice.Wrong(place.Problem ?? $"no interval of the schedule begins at '{text}'; it has {Span(unit: null)}.{Nearest(local, schedule)}");
        }

        var day = new UnitCalendar(IntervalUnit.Day, schedule.Zone);
        var (begin, end) = (day.Beginning(local.Date), day.Beginning(local.Date.PlusDays(1)));
        var beginning = unit == IntervalUnit.Day
            ? schedule.Between(begin.ToDateTimeOffset(), end.Plus(Duration.FromDays(400)).ToDateTimeOffset()).TakeWhile(i => Instant.FromDateTimeOffset(i.Start) < end).Take(2).ToList()
            : [];
        return beginning is [var only]
            ? Chosen(text, only, schedule)
            : IntervalChoice.Wrong($"'{text}' is not one interval of the schedule, which has {Span(unit: null)}; write {IntervalText.Form(unit: null)}.{Nearest(local, schedule)}");
    }

    private static RunInterval? Beginning(Instant instant, IntervalCalculator schedule) =>
        schedule.Around(instant) is { } around && Instant.FromDateTimeOffset(around.Start) == instant ? around : null;

    private static IntervalChoice Chosen(string text, RunInterval interval, IntervalCalculator schedule) => schedule.IsBeforeFirst(interval)
        ? IntervalChoice.Wrong($"'{text}' begins before the schedule's start; its first interval is later.")
        : IntervalChoice.Of(interval);

    private static (Instant Instant, string? Problem) Place(string text, LocalDateTime local, Offset? offset, IntervalCalculator schedule)
    {
        var map = schedule.Zone.MapLocal(local);
        if (offset is { } given)
        {
            return (local.WithOffset(given).ToInstant(), null);
        }

        if (local.TimeOfDay == LocalTime.Midnight)
        {
            return (new UnitCalendar(IntervalUnit.Day, schedule.Zone).Beginning(local.Date), map.Count == 0 && SkipsDay(local, schedule.Zone) ? $"'{text}' does not exist in {schedule.Timezone}; the clock passes over it." : null);
        }

        return map.Count switch
        {
            1 => (map.Single().ToInstant(), null),
            0 => (default, $"'{text}' does not exist in {schedule.Timezone}; the clock passes over it."),
            _ => (default, $"'{text}' is there twice in {schedule.Timezone}; add the offset: {text}{map.EarlyInterval.WallOffset:+HH:mm} or {text}{map.LateInterval.WallOffset:+HH:mm}."),
        };
    }

    private static bool SkipsDay(LocalDateTime midnight, DateTimeZone zone) => zone.MapLocal(midnight).LateInterval.IsoLocalStart.Date > midnight.Date;

    private static string Nearest(LocalDateTime local, IntervalCalculator schedule)
    {
        var instant = local.InZoneLeniently(schedule.Zone).ToInstant();
        var at = schedule.Around(instant);
        var next = at is null ? null : schedule.Around(Instant.FromDateTimeOffset(at.End));
        var near = new[] { at, next }.OfType<RunInterval>().Where(interval => !schedule.IsBeforeFirst(interval)).Select(interval => IntervalText.Of(interval, schedule.Unit)).ToList();
        return near.Count == 0 ? "" : $" Nearest: {string.Join(", ", near)}.";
    }

    private static string Span(IntervalUnit? unit) => unit is { } own ? $"intervals of {Article(own)}" : "the time between firings";

    private static string Article(IntervalUnit unit) => unit switch
    {
        IntervalUnit.Hour => "an hour",
        IntervalUnit.Day => "a day",
        IntervalUnit.Week => "a week",
        IntervalUnit.Month => "a month",
        IntervalUnit.Year => "a year",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Not an interval unit."),
    };
}
