using DataEngineer.Activities;
using DataEngineer.Operations;
using DataEngineer.Plans;
using DataEngineer.Runs;
using Spectre.Console;

namespace DataEngineer.Cli.Display;

/// <summary>A picture of the run that is drawn anew ten times a second, for a person at a terminal; it goes when the run ends.</summary>
internal sealed class LiveView(IAnsiConsole console, TimeProvider time) : IRunDisplay
{
    // A terminal echoes ^C where the cursor stands; were there no room at the end of the line, the picture would lie a line lower than is known.
    private const int RoomForEcho = 3;
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);
    private readonly RunTracker _tracker = new(time);
    private readonly LiveScreen _screen = new(Glyphs.For(console));
    private RunStart? _start;

    public void Begin(RunStart start, int doneBefore)
    {
        _start = start;
        _tracker.TakenUp(doneBefore);
    }

    public void Planned(RunPlan plan) => _tracker.Planned(plan);

    public void Started(RunIdentity run, Step step) => _tracker.Started(run, step);

    public void Progressed(StepProgress progress) => _tracker.Progressed(progress);

    public void Ended(RunIdentity run, Step step, StepOutcome outcome) => _tracker.Ended(run, step, outcome);

    public async Task<RunRecord> UntilAsync(Task<RunRecord> end)
    {
        var start = _start ?? throw new InvalidOperationException("A display begins before it goes on.");
        await console.Live(new Text("")).AutoClear(true).Overflow(VerticalOverflow.Crop).StartAsync(async live =>
        {
            do
            {
                live.UpdateTarget(_screen.Draw(_tracker.Look(start), console.Profile.Width - RoomForEcho, console.Profile.Height));
                await Task.WhenAny(end, Task.Delay(Beat, time));
            }
            while (!end.IsCompleted);
        });
        return await end;
    }
}
