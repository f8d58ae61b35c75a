using DataEngineer.Cli.Display;
using DataEngineer.EndToEnd.Tests.Building;
using DataEngineer.Operations;
using DataEngineer.Runs;
using Microsoft.Extensions.Time.Testing;
using Spectre.Console.Testing;

namespace DataEngineer.EndToEnd.Tests.Display;

public sealed class LiveViewTests
{
    [Fact]
    public async Task Run_IsDrawnWhileItLasts_AndItsEndIsAnswered()
    {
        using var console = Screens.Of(80).Interactive();
        var view = new LiveView(console, new FakeTimeProvider(Some.Noon));
        view.Begin(new RunStart(Some.Flights, Resumed: false), 0);
        view.Planned(Some.Plan(Some.Flights, "extract.flights", "load.flights"));
        view.Started(Some.Flights, Some.Step("extract.flights"));
        var end = new TaskCompletionSource<RunRecord>();
        var shown = view.UntilAsync(end.Task);
        Assert.Contains("extract.flights", console.Output, StringComparison.Ordinal);
        Assert.All(console.Lines, line => Assert.True(line.Length <= 77, line));
        Assert.False(shown.IsCompleted);
        var record = Some.Record(RunStatus.Succeeded);
        end.SetResult(record);
        Assert.Same(record, await shown);
    }

    [Fact]
    public async Task Stop_LeavesTheScreenAndPassesOn()
    {
        using var console = Screens.Of(80).Interactive();
        var view = new LiveView(console, new FakeTimeProvider(Some.Noon));
        view.Begin(new RunStart(Some.Flights, Resumed: true), 3);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => view.UntilAsync(Task.FromCanceled<RunRecord>(new CancellationToken(canceled: true))));
    }
}
