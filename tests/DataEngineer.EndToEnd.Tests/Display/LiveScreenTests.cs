using DataEngineer.Activities;
using DataEngineer.Cli.Display;
using DataEngineer.EndToEnd.Tests.Building;
using DataEngineer.Operations;
using DataEngineer.Runs;
using Microsoft.Extensions.Time.Testing;

namespace DataEngineer.EndToEnd.Tests.Display;

public sealed class LiveScreenTests
{
    private readonly FakeTimeProvider _time = new(Some.Noon);
    private readonly RunTracker _tracker;

    public LiveScreenTests() => _tracker = new RunTracker(_time);

    [Fact]
    public void MidRun_ShowsEachStepWithItsStateAndTheCounts()
    {
        _tracker.Planned(Some.Plan(Some.Flights, "extract.airports", "extract.flights", "transform.departures", "load.airport_days", "load.routes", "load.last"));
        End(Some.Extract("airports", 3_376));
        Start("extract.flights");
        _tracker.Progressed(new StepProgress(Some.Flights.ToString(), "extract.flights", 12_000, 0.6));
        End(StepOutcome.Failed("load.airport_days", Some.Unreachable) with { Elapsed = TimeSpan.FromSeconds(0.1) });
        End(StepOutcome.Failed("load.routes", Some.Unreachable with { Transient = false, Message = "Disk is gone." }));
        _time.Advance(TimeSpan.FromSeconds(2));

        const string Expected = """
              demo/flights  demo.flights.manual-0001.1                                 2.0s

              ✓ extract.airports       3,376 rows    0.4s
              ⠋ extract.flights       12,000 rows    2.0s  60%  6,000 rows/s
              ↻ load.airport_days  attempt 2 of 3 within 3s: The server did not answer.
              ✗ load.routes        Disk is gone.

              ━━━━━━──────────────  2 of 6 · 1 running · 1 retrying · 1 failed · 2 to come
            """;
        Assert.Equal(Expected.ReplaceLineEndings("\n"), Screen(80, 30));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(120)]
    public void AnyWidth_NoLineIsWider(int width)
    {
        _tracker.Planned(Some.Plan(Some.Flights, "transform.a_name_that_is_rather_long_for_a_step_of_a_pipeline", "load.b"));
        Start("transform.a_name_that_is_rather_long_for_a_step_of_a_pipeline");
        End(StepOutcome.Failed("load.b", Some.Unreachable with { Message = new string('界', 200) }));
        Assert.All(Screen(width, 30).Split('\n'), line => Assert.True(SafeText.Width(line) <= width, line));
    }

    [Fact]
    public void ManySteps_LeaveRoomForThoseAtWorkAndThoseThatFailed()
    {
        var names = Enumerable.Range(0, 200).Select(i => $"transform.t{i:000}").ToList();
        _tracker.Planned(Some.Plan(Some.Flights, names));
        foreach (var name in names.Take(150))
        {
            End(StepOutcome.Of(name, [], new RowCounts(1, 1)));
        }

        End(StepOutcome.Failed("transform.t010", Some.Unreachable with { Transient = false }));
        Start("transform.t160");
        var screen = Screen(80, 12);
        Assert.True(screen.Split('\n').Length <= 11);
        Assert.Contains("✗ transform.t010", screen, StringComparison.Ordinal);
        Assert.Contains("transform.t160", screen, StringComparison.Ordinal);
        Assert.Contains("transform.t149", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("transform.t100", screen, StringComparison.Ordinal);
        Assert.Contains("150 of 200", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void BeforeThePlan_SaysSo() => Assert.EndsWith("⠋ planning", Screen(80, 30), StringComparison.Ordinal);

    [Fact]
    public void GoingOn_CountsWhatEndedBefore()
    {
        _tracker.TakenUp(3);
        _tracker.Planned(Some.Plan(Some.Flights, "a", "b", "c", "d", "e"));
        Start("d");
        Assert.Contains("3 of 5 · 1 running · 1 to come", Screen(80, 30), StringComparison.Ordinal);
    }

    [Fact]
    public void SecondAttempt_StartsWithoutTheNumbersOfTheFirst()
    {
        _tracker.Planned(Some.Plan(Some.Flights, "a"));
        Start("a");
        _tracker.Progressed(new StepProgress(Some.Flights.ToString(), "a", 500, null));
        _tracker.Ended(Some.Flights, Some.Step("a"), StepOutcome.Failed("a", Some.Unreachable));
        Start("a");
        var step = Assert.Single(_tracker.Look(new RunStart(Some.Flights, false)).Steps);
        Assert.Equal((StepPhase.Running, 2, null), (step.Phase, step.Attempt, step.Rows));
    }

    [Fact]
    public void LastAttempt_ThatFails_IsAFailure()
    {
        _tracker.Planned(Some.Plan(Some.Flights, "a"));
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            End(StepOutcome.Failed("a", Some.Unreachable));
        }

        Assert.Equal(StepPhase.Failed, Assert.Single(_tracker.Look(new RunStart(Some.Flights, false)).Steps).Phase);
    }

    private void Start(string step) => _tracker.Started(Some.Flights, Some.Step(step));

    private void End(StepOutcome outcome)
    {
        Start(outcome.Step);
        _tracker.Ended(Some.Flights, Some.Step(outcome.Step), outcome);
    }

    private string Screen(int width, int height)
    {
        var console = Screens.Of(width);
        console.Write(new LiveScreen(new Glyphs(unicode: true)).Draw(_tracker.Look(new RunStart(Some.Flights, Resumed: false)), width, height));
        return console.Text();
    }
}
