using System.Globalization;
using CsCheck;
using Cronos;
using DataEngineer.Planning.Intervals;
using NodaTime;

namespace DataEngineer.Core.Tests.Planning.Intervals;

public sealed class CronClockTests
{
    [Theory]
    // The clock goes from 02:00 to 03:00 on 29 March and from 03:00 back to 02:00 on 25 October.
    [InlineData("30 2 * * *", "Europe/Amsterdam", "2026-03-28T12:00Z", "2026-03-29T01:00Z 2026-03-30T00:30Z")]
    [InlineData("0 2 * * *", "Europe/Amsterdam", "2026-03-28T12:00Z", "2026-03-29T01:00Z 2026-03-30T00:00Z")]
    [InlineData("0,15,45 2 * * *", "Europe/Amsterdam", "2026-03-28T12:00Z", "2026-03-29T01:00Z 2026-03-30T00:00Z")]
    [InlineData("0 * * * *", "Europe/Amsterdam", "2026-03-28T23:30Z", "2026-03-29T00:00Z 2026-03-29T01:00Z 2026-03-29T02:00Z")]
    [InlineData("30 2 * * *", "Europe/Amsterdam", "2026-10-24T12:00Z", "2026-10-25T00:30Z 2026-10-26T01:30Z")]
    [InlineData("30 * * * *", "Europe/Amsterdam", "2026-10-24T23:45Z", "2026-10-25T00:30Z 2026-10-25T01:30Z 2026-10-25T02:30Z")]
    [InlineData("0 6 * * *", "Europe/Amsterdam", "2026-03-28T00:00Z", "2026-03-28T05:00Z 2026-03-29T04:00Z 2026-03-30T04:00Z")]
    [InlineData("30 2 * * *", "America/New_York", "2026-03-07T12:00Z", "2026-03-08T07:00Z 2026-03-09T06:30Z")]
    [InlineData("30 1 * * *", "America/New_York", "2026-10-31T12:00Z", "2026-11-01T05:30Z 2026-11-02T06:30Z")]
    [InlineData("0 6 * * *", "Asia/Kolkata", "2026-03-28T12:00Z", "2026-03-29T00:30Z 2026-03-30T00:30Z")]
    // Half an hour: 02:00 to 02:30 on 4 October, and back from 02:00 to 01:30 on 5 April.
    [InlineData("15 2 * * *", "Australia/Lord_Howe", "2026-10-03T00:00Z", "2026-10-03T15:30Z 2026-10-04T15:15Z")]
    [InlineData("45 1 * * *", "Australia/Lord_Howe", "2026-04-03T20:00Z", "2026-04-04T14:45Z 2026-04-05T15:15Z")]
    // 30 December 2011 was skipped.
    [InlineData("0 6 * * *", "Pacific/Apia", "2011-12-29T00:00Z", "2011-12-29T16:00Z 2011-12-30T10:00Z 2011-12-30T16:00Z")]
    [InlineData("0 0 29 2 *", "Europe/Amsterdam", "2026-01-01T00:00Z", "2028-02-28T23:00Z 2032-02-28T23:00Z")]
    [InlineData("0 6 * * 1-5", "UTC", "2026-01-30T00:00Z", "2026-01-30T06:00Z 2026-02-02T06:00Z")]
    [InlineData("@daily", "UTC", "2026-01-30T00:00Z", "2026-01-31T00:00Z 2026-02-01T00:00Z")]
    public void Clock_FiresAt(string cron, string zone, string after, string expected)
    {
        var clock = CronClock.Of(cron, DateTimeZoneProviders.Tzdb[zone]);
        var firings = new List<string>();
        var at = At(after);
        while (firings.Count < expected.Split(' ').Length)
        {
            at = clock.After(at)!.Value;
            firings.Add(Text(at));
        }

        Assert.Equal(expected, string.Join(' ', firings));
    }

    [Theory]
    [InlineData("30 2 * * *", "Europe/Amsterdam", "2026-03-29T01:00Z", "2026-03-28T01:30Z")]
    [InlineData("30 2 * * *", "Europe/Amsterdam", "2026-03-29T01:01Z", "2026-03-29T01:00Z")]
    [InlineData("0 0 29 2 *", "UTC", "2026-01-01T00:00Z", "2024-02-29T00:00Z")]
    [InlineData("* * * * *", "UTC", "2026-01-01T00:00Z", "2025-12-31T23:59Z")]
    public void Clock_LastFiringBefore(string cron, string zone, string before, string expected) =>
        Assert.Equal(expected, Text(CronClock.Of(cron, DateTimeZoneProviders.Tzdb[zone]).Before(At(before))!.Value));

    [Fact]
    public void Clock_DateThatNeverComes_NeverFires()
    {
        var clock = CronClock.Of("0 0 30 2 *", DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]);

        Assert.Null(clock.After(At("2026-01-01T00:00Z")));
        Assert.Null(clock.Before(At("2026-01-01T00:00Z")));
    }

    [Fact]
    public void Clock_AnyExpressionAndTime_FiresLaterAndSkipsNothing() =>
        (from minute in Gen.OneOf("*", "0", "30", "*/15", "5,35")
         from hour in Gen.OneOf("*", "1", "2", "3", "*/6", "0-3")
         from zone in Gen.OneOf("Europe/Amsterdam", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC")
         from minutes in Gen.Int[0, 366 * 24 * 60]
         select (Cron: $"{minute} {hour} * * *", zone, minutes)).Sample(
            sample =>
            {
                var clock = CronClock.Of(sample.Cron, DateTimeZoneProviders.Tzdb[sample.zone]);
                var from = At("2026-01-01T00:00Z") + Duration.FromMinutes(sample.minutes);
                var first = clock.After(from)!.Value;
                var second = clock.After(first)!.Value;
                return first > from && second > first && clock.Before(second) == first && clock.After(first - Duration.FromTicks(1)) == first;
            },
            iter: 500);

    /// <summary>The zone handling of the cron library itself, where the machine has the zones, answers the same.</summary>
    [Fact]
    public void Clock_WholeYear_AgreesWithTheCronLibrary()
    {
        foreach (var zone in new[] { "Europe/Amsterdam", "America/New_York", "Asia/Kolkata", "UTC" })
        {
            foreach (var cron in new[] { "30 2 * * *", "30 1 * * *", "*/20 * * * *", "0 0 * * *", "15 2-4 * * 0" })
            {
                var expected = CronExpression.Parse(cron)
                    .GetOccurrences(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc), TimeZoneInfo.FindSystemTimeZoneById(zone), fromInclusive: false)
                    .Select(Instant.FromDateTimeUtc)
                    .ToList();
                var clock = CronClock.Of(cron, DateTimeZoneProviders.Tzdb[zone]);
                var firings = new List<Instant>();
                for (var at = clock.After(At("2026-01-01T00:00Z")); at < At("2027-01-01T00:00Z"); at = clock.After(at.Value))
                {
                    firings.Add(at.Value);
                }

                Assert.Equal(expected, firings);
            }
        }
    }

    private static Instant At(string text) => Instant.FromDateTimeOffset(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture));

    private static string Text(Instant instant) => instant.ToString("uuuu-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);
}
