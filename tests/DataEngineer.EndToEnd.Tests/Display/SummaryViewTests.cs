using DataEngineer.Cli.Display;
using DataEngineer.Cli.Summaries;
using DataEngineer.EndToEnd.Tests.Building;
using DataEngineer.Runs;
using Microsoft.Extensions.Time.Testing;

namespace DataEngineer.EndToEnd.Tests.Display;

public sealed class SummaryViewTests
{
    private static string Show(RunRecord record, int width, bool withSteps = false)
    {
        var console = Screens.Of(width);
        var time = new FakeTimeProvider(Some.Noon);
        var summary = RunSummary.Of(record, new CommandLines([]), path => ".dataeng/customers/demo/" + path);
        new SummaryView(console, time).Write(summary, withSteps);
        return console.Text();
    }

    private static RunRecord Good => Some.Record(
        RunStatus.Warned,
        Some.Extract("flights", 20_000),
        Some.Extract("airports", 3_376),
        Some.Asserted("airports", Some.Assertion("unique_iata", "airports", AssertionStatus.Passed), Some.Assertion("accepted_values_airports_country", "airports", AssertionStatus.Warned, "4 of 3,376 rows have a country outside 1 allowed value; a warning from 1 row, an error from 1 percent.", "runs/demo.flights.manual-0001.1/samples/accepted_values_airports_country.7.parquet")),
        Some.Transform("punctuality", 20_000, 53),
        Some.Load("airport_days", "/data/warehouse.duckdb", "aviation.airport_days", 8_123),
        Some.Load("punctuality", "/data/warehouse.duckdb", "aviation.punctuality", 53, deleted: 51),
        Some.Load("departures", "/data/lake", "aviation.departures", 19_900));

    private static RunRecord Bad => Some.Record(
        RunStatus.Failed,
        Some.Extract("flights", 20_000, rejected: 12),
        Some.Asserted("flights", Some.Assertion("not_null_flights", "flights", AssertionStatus.Failed, "4 of 3,376 rows have no delay; none is allowed.", "runs/x/samples/not_null_flights.7.parquet")),
        StepOutcome.Failed("load.routes", Some.Unreachable) with { Attempts = 3 },
        StepOutcome.Skipped("load.flights", "assert.flights"));

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void X(int w) => File.WriteAllText($"/tmp/cliprobe/s{w}.txt", Show(Good, w, true) + "\n" + Show(Bad, w));
}
