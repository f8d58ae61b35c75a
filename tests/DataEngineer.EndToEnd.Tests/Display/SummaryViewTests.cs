using DataEngineer.Cli.Display;
using DataEngineer.Cli.Summaries;
using DataEngineer.EndToEnd.Tests.Building;
using DataEngineer.Runs;
using Microsoft.Extensions.Time.Testing;

namespace DataEngineer.EndToEnd.Tests.Display;

public sealed class SummaryViewTests
{
    private static RunRecord Good => Some.Record(
        RunStatus.Warned,
        Some.Extract("flights", 20_000),
        Some.Extract("airports", 3_376),
        Some.Asserted(
            "airports",
            Some.Assertion("unique_iata", "airports", AssertionStatus.Passed),
            Some.Assertion(
                "accepted_values_airports_country",
                "airports",
                AssertionStatus.Warned,
                "4 of 3,376 rows have a country outside 1 allowed value; a warning from 1 row, an error from 1 percent.",
                "runs/demo.flights.manual-0001.1/samples/accepted_values_airports_country.7.parquet")),
        Some.Transform("punctuality", 20_000, 53),
        Some.Load("airport_days", "/data/warehouse.duckdb", "aviation.airport_days", 8_123),
        Some.Load("punctuality", "/data/warehouse.duckdb", "aviation.punctuality", 53, deleted: 51),
        Some.Load("departures", "/data/lake", "aviation.departures", 19_900));

    private static RunRecord Bad => Some.Record(
        RunStatus.Failed,
        Some.Extract("flights", 20_000, rejected: 12),
        Some.Asserted("flights", Some.Assertion("not_null_flights", "flights", AssertionStatus.Failed, "4 of 3,376 rows have no delay; none is allowed.", quarantined: 4)),
        StepOutcome.Failed("load.routes", Some.Unreachable) with { Attempts = 3 },
        StepOutcome.Skipped("load.flights", "assert.flights"));

    [Fact]
    public void Success_ShowsNumbersLoadsFindingsAndNext()
    {
        const string Expected = """
            ! demo/flights succeeded with warnings in 2.4s
              run demo.flights.manual-0001.1 · started 2026-03-01 12:00:00

              ✓ extract.flights        20,000 rows  0.4s
              ✓ extract.airports        3,376 rows  0.4s
              ! assert.airports         3,376 rows  0.3s  warned
              ✓ transform.punctuality      53 rows  0.2s
              ✓ load.airport_days       8,123 rows  0.1s
              ✓ load.punctuality           53 rows  0.1s
              ✓ load.departures        19,900 rows  0.1s

              Steps       6 done · 1 warned
              Rows        23,376 read · 28,076 loaded
              Assertions  1 passed · 1 warned

              Loaded                   inserted  updated  deleted  unchanged  table rows
                aviation.departures      19,900        0        0          0      19,900
                  in /data/lake
                aviation.airport_days     8,123        0        0          0       8,123
                aviation.punctuality         53        0       51          0          53
                  in /data/warehouse.duckdb

              Assertions
              ! accepted_values_airports_country  on airports
                4 of 3,376 rows have a country outside 1 allowed value; a warning from 1
                row, an error from 1 percent.
                sample: .dataeng/customers/demo/runs/demo.flights.manual-0001.1/samples/accepted_values_airports_country.7.parquet

              Next  dataeng preview demo/flights punctuality
            """;
        Assert.Equal(Expected.ReplaceLineEndings("\n"), Show(Good, 80, withSteps: true));
    }

    [Fact]
    public void Failure_ShowsOwnersWhatWasNotStartedAndTheRetry()
    {
        const string Expected = """
            ✗ demo/flights failed in 2.4s
              run demo.flights.manual-0001.1 · started 2026-03-01 12:00:00

              Steps       1 done · 2 failed · 1 skipped
              Rows        20,000 read · 12 rejected · 4 quarantined
              Assertions  1 quarantined

              Assertions
              ! not_null_flights  on flights
                4 of 3,376 rows have no delay; none is allowed.
                quarantined: 4 rows

              Failures
              ✗ assert.flights  DE0601, quality, for the data analyst
                Assertion 'not_null_flights' failed: 4 of 3,376 rows have no delay; none is allowed.
                next: Look at the sample, then mend the data or the rule.
              ✗ load.routes  DE0905, infrastructure, for DevOps, 3 attempts
                The server did not answer.
                next: Look at the network.

              Not started
              · load.flights  it needs assert.flights.

              Next  dataeng retry demo.flights.manual-0001.1
            """;
        Assert.Equal(Expected.ReplaceLineEndings("\n"), Show(Bad, 120, withSteps: false));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Lines_StayWithinTheWidth_ButPathsAndCommandsAreNotBroken(int width)
    {
        var long80 = Show(Good, width, withSteps: true).Split('\n').Where(line => line.Length > width);
        Assert.All(long80, line => Assert.StartsWith("    sample: ", line, StringComparison.Ordinal));
        Assert.DoesNotContain(Show(Bad, width, withSteps: true).Split('\n'), line => line.Length > width);
    }

    [Fact]
    public void TextsOfOthers_AreNeitherMarkupNorSteerTheTerminal()
    {
        var shown = Show(
            Some.Record(RunStatus.Failed, StepOutcome.Failed("load.a", Some.Unreachable with { Message = "[red]no[/] \u001b[2J\u202Etrap" })), 80, withSteps: false);
        Assert.Contains("[red]no[/] \uFFFD[2J\uFFFDtrap", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void ManySteps_OnlyThoseToLookAtAreListed()
    {
        var steps = Enumerable.Range(0, 100).Select(i => Some.Transform($"t{i:000}", 1, 1)).Append(StepOutcome.Failed("load.last", Some.Unreachable));
        var shown = Show(Some.Record(RunStatus.Failed, steps), 80, withSteps: true);
        Assert.DoesNotContain("t050", shown, StringComparison.Ordinal);
        Assert.Contains("✗ load.last", shown, StringComparison.Ordinal);
        Assert.Contains("and 100 further steps", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void ManyFindings_AreCutAndCounted()
    {
        var results = Enumerable.Range(0, 25).Select(i => Some.Assertion($"a{i:00}", "d", AssertionStatus.Warned)).ToArray();
        var shown = Show(Some.Record(RunStatus.Warned, Some.Asserted("d", results)), 80, withSteps: false);
        Assert.Contains("a19", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("a20", shown, StringComparison.Ordinal);
        Assert.Contains("and 5 more", shown, StringComparison.Ordinal);
    }

    private static string Show(RunRecord record, int width, bool withSteps)
    {
        var console = Screens.Of(width);
        var summary = RunSummary.Of(record, new CommandLines([]), path => ".dataeng/customers/demo/" + path);
        new SummaryView(console, new FakeTimeProvider(Some.Noon), path => path).Write(summary, withSteps);
        return console.Text();
    }
}
