using Cronos;
using NodaTime;
using NodaTime.TimeZones;

namespace DataEngineer.Planning.Intervals;

/// <summary>
/// When a cron expression fires, in a time zone of the bundled database, so that the answer does not depend on the machine. Where the
/// clock is put forward, times that do not exist fire once, at the moment of the change. Where it is put back, an expression with
/// *, - or / in its minutes or hours fires in both passes, any other only in the first.
/// </summary>
internal sealed class CronClock(CronExpression cron, bool bothPasses, DateTimeZone zone)
{
    private static readonly Duration[] Windows =
    [
        Duration.FromHours(2), Duration.FromDays(2), Duration.FromDays(40), Duration.FromDays(400), Duration.FromDays(366 * 9), Duration.FromDays(366 * 41),
    ];

    public static CronClock Of(string expression, DateTimeZone zone)
    {
        var fields = expression.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var bothPasses = fields.Take(2).Any(field => field.AsSpan().IndexOfAny("*-/") >= 0) || expression.Trim().StartsWith('@');
        return new CronClock(CronExpression.Parse(expression), bothPasses, zone);
    }

    /// <summary>The first firing later than an instant; null where there is none.</summary>
    public Instant? After(Instant instant)
    {
        var span = zone.GetZoneInterval(instant);
        var from = instant.WithOffset(span.WallOffset).LocalDateTime;
        for (var inclusive = false; ; inclusive = true)
        {
            if (Occurrence(from, inclusive) is not { } local)
            {
                return null;
            }

            if (!span.HasEnd || local < span.IsoLocalEnd)
            {
                if (!IsSecondPass(span, local) || bothPasses)
                {
                    return local.WithOffset(span.WallOffset).ToInstant();
                }

                from = local.PlusTicks(1);
                continue;
            }

            var next = zone.GetZoneInterval(span.End);
            if (local < next.IsoLocalStart)
            {
                return span.End;
            }

            span = next;
            from = next.IsoLocalStart;
        }
    }

    /// <summary>The last firing before an instant; null where there is none in forty years.</summary>
    public Instant? Before(Instant instant) => Last(instant, firing => firing < instant);

    private Instant? Last(Instant instant, Func<Instant, bool> fits)
    {
        foreach (var window in Windows)
        {
            Instant? last = null;
            for (var firing = After(instant - window); firing is { } at && fits(at); firing = After(at))
            {
                last = at;
            }

            if (last is not null)
            {
                return last;
            }
        }

        return null;
    }

    private LocalDateTime? Occurrence(LocalDateTime from, bool inclusive) =>
        cron.GetNextOccurrence(DateTime.SpecifyKind(from.ToDateTimeUnspecified(), DateTimeKind.Utc), inclusive) is { } found
            ? LocalDateTime.FromDateTime(found)
            : null;

    /// <summary>True where the clock showed this time once before, in the span that ended when this one began.</summary>
    private bool IsSecondPass(ZoneInterval span, LocalDateTime local) =>
        span.HasStart && zone.GetZoneInterval(span.Start - Duration.Epsilon) is { } before && local < before.IsoLocalEnd;
}
