using System.Globalization;
using CsCheck;
using DataEngineer.Definitions.Model;
using DataEngineer.Planning.Intervals;
using DataEngineer.Plans;

namespace DataEngineer.Core.Tests.Planning.Intervals;

public sealed class IntervalCalculatorTests
{
    [Theory]
    [InlineData("0 6 * * *", "day", "Europe/Amsterdam", "2026-02-01T06:00+01:00", "2026-01-31T00:00+01:00/2026-02-01T00:00+01:00")]
    [InlineData("0 6 * * *", "day", "Europe/Amsterdam", "2026-03-30T06:00+02:00", "2026-03-29T00:00+01:00/2026-03-30T00:00+02:00")]
    [InlineData("0 6 * * *", "day", "Europe/Amsterdam", "2026-10-26T06:00+01:00", "2026-10-25T00:00+02:00/2026-10-26T00:00+01:00")]
    [InlineData("0 0 * * *", "day", "Europe/Amsterdam", "2026-02-01T00:00+01:00", "2026-01-31T00:00+01:00/2026-02-01T00:00+01:00")]
    [InlineData("0 6 * * *", "day", "Asia/Kolkata", "2026-02-01T06:00+05:30", "2026-01-31T00:00+05:30/2026-02-01T00:00+05:30")]
    [InlineData("0 6 * * *", "day", "Australia/Lord_Howe", "2026-10-05T06:00+11:00", "2026-10-04T00:00+10:30/2026-10-05T00:00+11:00")]
    [InlineData("0 6 * * *", "day", "Pacific/Apia", "2011-12-31T06:00+14:00", "2011-12-29T00:00-10:00/2011-12-31T00:00+14:00")]
    [InlineData("0 6 * * *", "week", "America/New_York", "2026-03-09T06:00-04:00", "2026-03-02T00:00-05:00/2026-03-09T00:00-04:00")]
    [InlineData("0 6 * * *", "week", "America/New_York", "2026-03-08T06:00-04:00", "2026-02-23T00:00-05:00/2026-03-02T00:00-05:00")]
    [InlineData("0 6 1 * *", "month", "UTC", "2026-03-01T06:00Z", "2026-02-01T00:00+00:00/2026-03-01T00:00+00:00")]
    [InlineData("0 6 2 1 *", "year", "UTC", "2026-01-02T06:00Z", "2025-01-01T00:00+00:00/2026-01-01T00:00+00:00")]
    [InlineData("5 * * * *", "hour", "Asia/Kolkata", "2026-02-01T06:05+05:30", "2026-02-01T05:00+05:30/2026-02-01T06:00+05:30")]
    [InlineData("5 * * * *", "hour", "Europe/Amsterdam", "2026-03-29T03:05+02:00", "2026-03-29T01:00+01:00/2026-03-29T03:00+02:00")]
    [InlineData("5 * * * *", "hour", "Europe/Amsterdam", "2026-10-25T02:05+01:00", "2026-10-25T02:00+02:00/2026-10-25T02:00+01:00")]
    [InlineData("5 * * * *", "hour", "Europe/Amsterdam", "2026-10-25T03:05+01:00", "2026-10-25T02:00+01:00/2026-10-25T03:00+01:00")]
    [InlineData("5 * * * *", "hour", "Australia/Lord_Howe", "2026-10-04T03:05+11:00", "2026-10-04T01:00+10:30/2026-10-04T03:00+11:00")]
    [InlineData("5 * * * *", "hour", "Australia/Lord_Howe", "2026-04-05T02:05+10:30", "2026-04-05T01:00+11:00/2026-04-05T02:00+10:30")]
    [InlineData("0 6 * * *", null, "Europe/Amsterdam", "2026-03-29T06:00+02:00", "2026-03-28T06:00+01:00/2026-03-29T06:00+02:00")]
    [InlineData("0 6 * * 1-5", null, "UTC", "2026-02-02T06:00Z", "2026-01-30T06:00+00:00/2026-02-02T06:00+00:00")]
    public void Firing_CoversTheSpanBeforeIt(string cron, string? unit, string zone, string firing, string expected) =>
        Assert.Equal(expected, IntervalText.Bounds(Calculator(cron, unit, zone).Of(At(firing))!));

    [Theory]
    [InlineData("0 6 * * *", "day", "UTC", "2026-02-01T03:00Z", "2026-01-31T00:00+00:00/2026-02-01T00:00+00:00")]
    [InlineData("0 6 * * *", "day", "UTC", "2026-02-01T00:00Z", "2026-01-31T00:00+00:00/2026-02-01T00:00+00:00")]
    [InlineData("0 6 * * *", null, "UTC", "2026-02-01T03:00Z", "2026-01-30T06:00+00:00/2026-01-31T06:00+00:00")]
    [InlineData("0 6 * * *", null, "UTC", "2026-02-01T06:00Z", "2026-01-31T06:00+00:00/2026-02-01T06:00+00:00")]
    public void LatestComplete_IsTheLastOneThatIsOver(string cron, string? unit, string zone, string now, string expected) =>
        Assert.Equal(expected, IntervalText.Bounds(Calculator(cron, unit, zone).LatestComplete(At(now))!));

    [Fact]
    public void LatestComplete_BeforeTheFirstDay_IsNone()
    {
        var calculator = Calculator("0 6 * * *", "day", "Europe/Amsterdam", new DateOnly(2026, 2, 1));

        Assert.Null(calculator.LatestComplete(At("2026-02-01T23:00Z").AddSeconds(-1)));
        Assert.Equal("2026-02-01", IntervalText.Of(calculator.LatestComplete(At("2026-02-01T23:00Z"))!, IntervalUnit.Day));
    }

    [Theory]
    [InlineData("0 6 * * *", "day", "2026-01-30T06:00Z", "2026-02-02T06:00Z", "2026-01-30 2026-01-31 2026-02-01")]
    [InlineData("0 * * * *", "day", "2026-01-30T06:00Z", "2026-01-31T06:00Z", "2026-01-29 2026-01-30")]
    [InlineData("0 6 * * 1-5", "day", "2026-01-29T12:00Z", "2026-02-03T12:00Z", "2026-01-29 2026-02-01 2026-02-02")]
    [InlineData("0 6 1 * *", "month", "2025-12-01T00:00Z", "2026-02-15T00:00Z", "2025-11 2025-12 2026-01")]
    [InlineData("0 6 * * 1", "week", "2026-01-01T00:00Z", "2026-01-20T00:00Z", "2026-W01 2026-W02 2026-W03")]
    public void Due_HasEachIntervalOnce_OldestFirst(string cron, string unit, string after, string until, string expected)
    {
        var due = Calculator(cron, unit, "UTC").Due(At(after), At(until)).ToList();

        Assert.Equal(expected, string.Join(' ', due.Select(run => IntervalText.Of(run.Interval, Unit(unit)))));
        Assert.All(due, run => Assert.True(run.FiresAt >= run.Interval.End));
    }

    [Theory]
    [InlineData("day", "Europe/Amsterdam", 365)]
    [InlineData("day", "Australia/Lord_Howe", 365)]
    [InlineData("hour", "Europe/Amsterdam", 8760)]
    [InlineData("hour", "Asia/Kolkata", 8760)]
    [InlineData("hour", "Australia/Lord_Howe", 8759)]
    [InlineData(null, "America/New_York", 365)]
    public void Between_AYear_IsCoveredOnceWithoutGaps(string? unit, string zone, int expected)
    {
        var calculator = Calculator(unit == "hour" ? "10 * * * *" : "30 2 * * *", unit, zone);
        var intervals = calculator.Between(At("2025-12-25T00:00Z"), At("2027-01-10T00:00Z")).Where(interval => interval.Start.Year == 2026).ToList();

        Assert.Equal(expected, intervals.Count);
        Assert.Equal(intervals.Count, intervals.Select(IntervalKey.Of).Distinct().Count());
        Assert.All(intervals.Zip(intervals.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
    }

    [Fact]
    public void Between_LiesWithinTheTimes_AndAfterTheFirstDay()
    {
        var calculator = Calculator("0 6 * * *", "day", "UTC", new DateOnly(2026, 1, 3));

        var days = calculator.Between(At("2025-12-31T12:00Z"), At("2026-01-05T12:00Z")).Select(interval => IntervalText.Of(interval, IntervalUnit.Day));

        Assert.Equal(["2026-01-03", "2026-01-04"], days);
        Assert.Empty(calculator.Between(At("2025-01-01T00:00Z"), At("2025-03-01T00:00Z")));
    }

    [Fact]
    public void AnyUnitZoneAndTime_LatestCompleteEndsBeforeNow_AndTheNextOneFollows() =>
        (from unit in Gen.OneOf("hour", "day", "week", "month", "year")
         from zone in Gen.OneOf("Europe/Amsterdam", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia", "America/St_Johns", "UTC")
         from minutes in Gen.Int[0, 20 * 366 * 24 * 60]
         select (unit, zone, minutes)).Sample(
            sample =>
            {
                var calculator = Calculator("0 0 * * *", sample.unit, sample.zone);
                var now = At("2006-01-01T00:00Z").AddMinutes(sample.minutes);
                var latest = calculator.LatestComplete(now)!;
                var next = calculator.Around(NodaTime.Instant.FromDateTimeOffset(latest.End))!;
                return latest.Start < latest.End && latest.End <= now && next.Start == latest.End && next.End > now
                    && calculator.LatestComplete(next.End) == next;
            },
            iter: 2000);

    [Theory]
    [InlineData("0 6 * * *", "Mars/Olympus", "'Mars/Olympus' is no IANA time zone; write, for example, Europe/Amsterdam.")]
    [InlineData("0 6 * *", "UTC", "'0 6 * *' is no cron expression of five fields: minute, hour, day of month, month, day of week.")]
    public void Schedule_ThatCannotBeRead_SaysWhy(string cron, string zone, string expected)
    {
        Assert.Null(IntervalCalculator.TryCreate(new ScheduleDefinition { Cron = cron }, zone, out var problem));
        Assert.Equal(expected, problem);
    }

    [Fact]
    public void Schedule_WithoutTimezone_TakesTheCustomers()
    {
        var calculator = IntervalCalculator.TryCreate(new ScheduleDefinition { Cron = "0 6 * * *" }, "Asia/Kolkata", out _)!;

        Assert.Equal("Asia/Kolkata", calculator.Timezone);
        Assert.Equal(At("2026-01-01T06:00+05:30"), calculator.NextFiring(At("2026-01-01T00:00Z")));
    }

    internal static IntervalCalculator Calculator(string cron, string? unit, string zone, DateOnly? start = null) =>
        IntervalCalculator.TryCreate(new ScheduleDefinition { Cron = cron, Timezone = zone, Interval = Unit(unit), Start = start }, "UTC", out _)!;

    internal static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static IntervalUnit? Unit(string? unit) => unit is null ? null : Enum.Parse<IntervalUnit>(unit, ignoreCase: true);
}
