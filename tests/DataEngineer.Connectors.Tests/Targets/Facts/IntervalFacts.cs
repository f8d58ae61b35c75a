using DataEngineer.Definitions.Model;
using DataEngineer.Failures;
using DataEngineer.Plans;

namespace DataEngineer.Connectors.Tests.Targets.Facts;

public abstract class IntervalFacts<TBench> : TargetFacts<TBench>
    where TBench : TargetBench, new()
{
    private static RunInterval AmsterdamDay { get; } =
        new(new(2026, 2, 1, 0, 0, 0, TimeSpan.FromHours(1)), new(2026, 2, 2, 0, 0, 0, TimeSpan.FromHours(1)), "Europe/Amsterdam");

    [Fact]
    public async Task Interval_RunAgain_ReplacesExactlyItsRows()
    {
        await Bench.LoadAsync(LoadCase.Days(1, 3, (1, 10), (2, 20)));
        await Bench.LoadAsync(LoadCase.Days(3, 5, (3, 30), (4, 40)) with { IntervalKey = "20260203T000000Z" });
        var report = await Bench.LoadAsync(LoadCase.Days(1, 3, (2, 21), (2, 22), (2, 23)).Again());
        AssertCounts(report, read: 3, inserted: 3, updated: 0, unchanged: 0, deleted: 2, tableRows: 5);
        Assert.Equal(["2026-02-02|21", "2026-02-02|22", "2026-02-02|23", "2026-02-03|30", "2026-02-04|40"], Bench.Rows());
    }

    [Fact]
    public async Task Interval_NoRows_TakesTheIntervalsRowsAway()
    {
        await Bench.LoadAsync(LoadCase.Days(1, 3, (1, 10), (2, 20)));
        await Bench.LoadAsync(LoadCase.Days(3, 4, (3, 30)) with { IntervalKey = "20260203T000000Z" });
        AssertCounts(await Bench.LoadAsync(LoadCase.Days(1, 3).Again()), read: 0, inserted: 0, updated: 0, unchanged: 0, deleted: 2, tableRows: 1);
        Assert.Equal(["2026-02-03|30"], Bench.Rows());
    }

    [Theory]
    [InlineData("TIMESTAMP", "")]
    [InlineData("TIMESTAMP WITH TIME ZONE", "+00")]
    [InlineData("TIMESTAMP_NS", "")]
    public async Task Interval_Bounds_IncludeTheStartAndExcludeTheEnd(string type, string zone)
    {
        string[] times = ["2026-01-31 22:59:59.999999", "2026-01-31 23:00:00", "2026-02-01 22:59:59.999999", "2026-02-01 23:00:00"];
        var rows = LoadCase.Append() with
        {
            Sql = string.Join(" UNION ALL ", times.Select((time, i) => $"SELECT {i} AS id, {type} '{time}{zone}' AS ts")) + $" UNION ALL SELECT 9, NULL",
        };
        await Bench.LoadAsync(rows);
        var day = rows with { Step = "day", Disposition = WriteDisposition.Interval, IntervalColumn = "ts", Interval = AmsterdamDay };
        Assert.Contains(": 3 of 5 rows lie outside", (await FailsAsync(day)).Message, StringComparison.Ordinal);
        await Bench.LoadAsync(day with { Sql = $"SELECT * FROM ({rows.Sql}) WHERE false" });
        Assert.Equal(["0", "3", "9"], Bench.Rows(select: "id"));
    }

    [Theory]
    [InlineData("Europe/Amsterdam", 1, 0)]
    [InlineData("America/New_York", -5, 0)]
    [InlineData("Pacific/Auckland", 13, 0)]
    [InlineData("UTC", 0, 0)]
    public async Task Interval_OfDates_IsTheCalendarOfItsZone(string zone, int offset, int hour)
    {
        var start = new DateTimeOffset(2026, 2, 10, hour, 0, 0, TimeSpan.FromHours(offset));
        var load = LoadCase.Days(1, 2, (10, 1)) with { Interval = new RunInterval(start, start.AddDays(1), zone) };
        Assert.Equal(1, (await Bench.LoadAsync(load)).Inserted);
        foreach (var day in new[] { 9, 11 })
        {
            Assert.Equal("DE0807", (await FailsAsync(LoadCase.Days(1, 2, (day, 1)).Again() with { Interval = load.Interval })).Code);
        }
    }

    [Fact]
    public async Task Interval_RowsOutside_FailsWithTheirCount()
    {
        await Bench.LoadAsync(LoadCase.Days(1, 3, (1, 10)));
        var load = LoadCase.Days(1, 3, (1, 11), (3, 30), (5, 50)).Again();
        var failure = await FailsAsync(load with { Sql = load.Sql + " UNION ALL SELECT NULL, 1" });
        Assert.Equal(("DE0807", FailureClass.Quality, false), (failure.Code, failure.Class, failure.Transient));
        Assert.Equal(
            "load 'orders' of acme.orders_daily: 3 of 4 rows lie outside the run's interval [2026-02-01T00:00:00+00:00, 2026-02-03T00:00:00+00:00) UTC by column 'day' (1 of them null). Allowed: start included, end excluded; a timestamp without zone counts as UTC, a date as one of the interval's zone. Nothing was written.",
            failure.Message);
        Assert.Equal(["2026-02-01|10"], Bench.Rows());
    }

    [Theory]
    [InlineData("none", "write_disposition interval needs interval_column")]
    [InlineData("nope", "interval_column names 'nope', which the dataset does not have")]
    [InlineData("amount", "interval_column 'amount' is INTEGER")]
    public async Task Interval_WithoutAUsableColumn_IsADefinitionFailure(string column, string what)
    {
        var failure = await FailsAsync(LoadCase.Days(1, 3, (1, 1)) with { IntervalColumn = column == "none" ? null : column });
        Assert.Equal(("DE0803", $"load 'orders' of acme.orders_daily: {what}."), (failure.Code, failure.Message));
    }

    [Fact]
    public async Task Interval_RunWithoutOne_IsADefinitionFailure()
    {
        var failure = await FailsAsync(LoadCase.Days(1, 3, (1, 1)) with { Interval = null });
        Assert.Equal("load 'orders' of acme.orders_daily: write_disposition interval needs a run with an interval.", failure.Message);
    }
}
