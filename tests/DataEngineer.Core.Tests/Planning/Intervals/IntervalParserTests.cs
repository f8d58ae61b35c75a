using DataEngineer.Planning.Intervals;

namespace DataEngineer.Core.Tests.Planning.Intervals;

public sealed class IntervalParserTests
{
    [Theory]
    [InlineData("day", "Europe/Amsterdam", "2026-01-31", "2026-01-31T00:00+01:00/2026-02-01T00:00+01:00")]
    [InlineData("day", "Europe/Amsterdam", " 2026-03-29 ", "2026-03-29T00:00+01:00/2026-03-30T00:00+02:00")]
    [InlineData("day", "Pacific/Apia", "2011-12-29", "2011-12-29T00:00-10:00/2011-12-31T00:00+14:00")]
    [InlineData("week", "UTC", "2026-W05", "2026-01-26T00:00+00:00/2026-02-02T00:00+00:00")]
    [InlineData("week", "UTC", "2026-W01", "2025-12-29T00:00+00:00/2026-01-05T00:00+00:00")]
    [InlineData("month", "America/New_York", "2026-03", "2026-03-01T00:00-05:00/2026-04-01T00:00-04:00")]
    [InlineData("year", "UTC", "2026", "2026-01-01T00:00+00:00/2027-01-01T00:00+00:00")]
    [InlineData("hour", "Asia/Kolkata", "2026-01-31T06", "2026-01-31T06:00+05:30/2026-01-31T07:00+05:30")]
    [InlineData("hour", "Asia/Kolkata", "2026-01-31T00:30Z", "2026-01-31T06:00+05:30/2026-01-31T07:00+05:30")]
    [InlineData("hour", "Europe/Amsterdam", "2026-10-25T02+02:00", "2026-10-25T02:00+02:00/2026-10-25T02:00+01:00")]
    [InlineData("hour", "Europe/Amsterdam", "2026-10-25T02+01:00", "2026-10-25T02:00+01:00/2026-10-25T03:00+01:00")]
    [InlineData("hour", "Australia/Lord_Howe", "2026-10-04T01", "2026-10-04T01:00+10:30/2026-10-04T03:00+11:00")]
    [InlineData("day", "Europe/Amsterdam", "2026-01-31/2026-02-01", "2026-01-31T00:00+01:00/2026-02-01T00:00+01:00")]
    [InlineData("day", "Europe/Amsterdam", "2026-01-30T23:00Z/2026-01-31T23:00Z", "2026-01-31T00:00+01:00/2026-02-01T00:00+01:00")]
    [InlineData("month", "UTC", "2026-01/2026-02", "2026-01-01T00:00+00:00/2026-02-01T00:00+00:00")]
    [InlineData(null, "Europe/Amsterdam", "2026-01-31", "2026-01-31T06:00+01:00/2026-02-01T06:00+01:00")]
    [InlineData(null, "Europe/Amsterdam", "2026-01-31T06", "2026-01-31T06:00+01:00/2026-02-01T06:00+01:00")]
    [InlineData(null, "Europe/Amsterdam", "2026-01-31T06:00/2026-02-01T06:00", "2026-01-31T06:00+01:00/2026-02-01T06:00+01:00")]
    public void Text_OfAnInterval_IsRead(string? unit, string zone, string text, string expected)
    {
        var choice = Parse(unit, zone, text);

        Assert.Null(choice.Problem);
        Assert.Equal(expected, IntervalText.Bounds(choice.Interval!));
    }

    [Theory]
    [InlineData("day", "UTC", "yesterday", "'yesterday' is no interval; write a day as 2026-01-31, or START/END.")]
    [InlineData("day", "UTC", "2026-02-30", "'2026-02-30' is no interval; write a day as 2026-01-31, or START/END.")]
    [InlineData("week", "UTC", "2026-W54", "'2026-W54' is no interval; write a week as 2026-W05, or START/END.")]
    [InlineData("day", "UTC", "2026-01", "'2026-01' is a month; the schedule's interval is a day, so write a day as 2026-01-31. Nearest: 2026-01-01, 2026-01-02.")]
    [InlineData("month", "UTC", "2026-01-31", "'2026-01-31' is a day; the schedule's interval is a month, so write a month as 2026-01. Nearest: 2026-01, 2026-02.")]
    [InlineData("hour", "UTC", "2026-01-31T06:30", "'2026-01-31T06:30' is no interval of the schedule, which has intervals of an hour. Nearest: 2026-01-31T06+00:00, 2026-01-31T07+00:00.")]
    [InlineData("hour", "Europe/Amsterdam", "2026-03-29T02", "'2026-03-29T02' does not exist in Europe/Amsterdam; the clock passes over it.")]
    [InlineData("hour", "Europe/Amsterdam", "2026-10-25T02", "'2026-10-25T02' is there twice in Europe/Amsterdam; add the offset: 2026-10-25T02+02:00 or 2026-10-25T02+01:00.")]
    [InlineData("day", "Pacific/Apia", "2011-12-30", "'2011-12-30' does not exist in Pacific/Apia; the clock passes over it.")]
    [InlineData("day", "UTC", "2026-01-31/2026-02-02", "'2026-01-31/2026-02-02' is no interval of the schedule, which has intervals of a day. Nearest: 2026-01-31, 2026-02-01.")]
    [InlineData("day", "UTC", "2026-01-31T06:00/2026-02-01T06:00", "'2026-01-31T06:00/2026-02-01T06:00' is no interval of the schedule, which has intervals of a day. Nearest: 2026-01-31, 2026-02-01.")]
    [InlineData("day", "UTC", "2026-01-31/", "'2026-01-31/' is no interval; write START/END, for example 2026-01-31T06:00/2026-02-01T06:00.")]
    [InlineData("day", "UTC", "2025-12-31", "'2025-12-31' begins before the schedule's start; its first interval is later.")]
    [InlineData(null, "UTC", "2026-01-31T07", "no interval of the schedule begins at '2026-01-31T07'; it has the time between firings. Nearest: 2026-01-31T06:00+00:00/2026-02-01T06:00+00:00, 2026-02-01T06:00+00:00/2026-02-02T06:00+00:00.")]
    [InlineData(null, "UTC", "2026-01", "'2026-01' is not one interval of the schedule, which has the time between firings; write both bounds as 2026-01-31T06:00/2026-02-01T06:00. Nearest: 2026-01-01T06:00+00:00/2026-01-02T06:00+00:00.")]
    public void Text_OfNoInterval_SaysWhatToWrite(string? unit, string zone, string text, string expected)
    {
        var choice = Parse(unit, zone, text, zone == "Pacific/Apia" ? null : new DateOnly(2026, 1, 1));

        Assert.Null(choice.Interval);
        Assert.Equal(expected, choice.Problem);
    }

    [Theory]
    [InlineData("hour")]
    [InlineData("day")]
    [InlineData("week")]
    [InlineData("month")]
    [InlineData("year")]
    [InlineData(null)]
    public void Interval_WrittenAndRead_IsItself(string? unit)
    {
        foreach (var zone in new[] { "Europe/Amsterdam", "Asia/Kolkata", "Australia/Lord_Howe", "America/New_York" })
        {
            var calculator = IntervalCalculatorTests.Calculator("0 6 * * *", unit, zone);
            for (var now = IntervalCalculatorTests.At("2026-03-20T00:00Z"); now.Month < 11; now = now.AddHours(unit is "hour" ? 1 : 20))
            {
                var interval = calculator.LatestComplete(now)!;
                Assert.Equal(interval, IntervalParser.Parse(IntervalText.Of(interval, calculator.Unit), calculator).Interval);
                Assert.Equal(interval, IntervalParser.Parse(IntervalText.Bounds(interval), calculator).Interval);
            }
        }
    }

    private static IntervalChoice Parse(string? unit, string zone, string text, DateOnly? start = null) =>
        IntervalParser.Parse(text, IntervalCalculatorTests.Calculator("0 6 * * *", unit, zone, start));
}
