using DataEngineer.Cli.Display;
using DataEngineer.EndToEnd.Tests.Building;
using DataEngineer.Failures;
using DataEngineer.Operations;
using DataEngineer.Runs;
using Microsoft.Extensions.Time.Testing;

namespace DataEngineer.EndToEnd.Tests.Display;

public sealed class PlainViewTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(Some.Noon);
    private readonly StringWriter _output = new();
    private readonly PlainView _view;

    public PlainViewTests() => _view = new PlainView(_output, _time);

    public void Dispose() => _output.Dispose();

    [Fact]
    public async Task Run_IsOneStableLineAnEvent()
    {
        _view.Begin(new RunStart(Some.Flights, Resumed: false), 0);
        _view.Planned(Some.Plan(Some.Flights, "extract.flights", "load.routes", "load.last"));
        _view.Started(Some.Flights, Some.Step("extract.flights"));
        _time.Advance(TimeSpan.FromSeconds(1));
        _view.Ended(Some.Flights, Some.Step("extract.flights"), Some.Extract("flights", 20_000));
        _view.Started(Some.Flights, Some.Step("load.routes"));
        _view.Ended(Some.Flights, Some.Step("load.routes"), StepOutcome.Failed("load.routes", Some.Unreachable) with { Elapsed = TimeSpan.FromSeconds(65) });
        _view.Started(Some.Flights, Some.Step("load.routes"));
        _view.Ended(Some.Flights, Some.Step("load.routes"), StepOutcome.Failed("load.routes", Some.Unreachable with { Transient = false, Message = "It\nbroke." }));
        await _view.UntilAsync(Task.FromResult(Some.Record(RunStatus.Failed, StepOutcome.Skipped("load.last", "load.routes"))));

        const string Expected = """
            12:00:00 run                           started   demo.flights.manual-0001.1
            12:00:00 run                           planned   3 steps
            12:00:00 extract.flights               started
            12:00:01 extract.flights               done      20,000 rows  0.4s
            12:00:01 load.routes                   started
            12:00:01 load.routes                   retry     attempt 2 of 3 within 5s  1m 05s  DE0905: The server did not answer.
            12:00:01 load.routes                   started   attempt 2 of 3
            12:00:01 load.routes                   failed    0.0s  DE0905: It broke.
            12:00:01 load.last                     skipped   Not started: it needs load.routes.
            """;
        Assert.Equal(Expected.ReplaceLineEndings("\n"), Screens.Text(_output.ToString()));
    }

    [Fact]
    public void Resumed_SaysHowMuchWasDone()
    {
        _view.Begin(new RunStart(Some.Flights, Resumed: true), 6);
        Assert.EndsWith("resumed   demo.flights.manual-0001.1  6 steps ended before", Screens.Text(_output.ToString()), StringComparison.Ordinal);
    }

    [Fact]
    public void Feed_PassesOnTheFollowedRunAlone_AlsoWhatCameBefore()
    {
        var feed = new RunFeed();
        var other = Some.Flights with { Pipeline = "weather" };
        feed.Started(Some.Flights, Some.Step("before"));
        feed.Started(other, Some.Step("other_before"));
        feed.Follow(Some.Flights, _view);
        feed.Started(other, Some.Step("other_after"));
        feed.Ended(Some.Flights, Some.Step("before"), StepOutcome.Failed("before", Some.Unreachable with { Class = FailureClass.Internal, Transient = false }));
        var lines = Screens.Text(_output.ToString()).Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.All(lines, line => Assert.Contains(" before ", line, StringComparison.Ordinal));
    }
}
