using DataEngineer.Activities;
using DataEngineer.Activities.Execution;
using DataEngineer.Plans;
using DataEngineer.Runs;

namespace DataEngineer.Cli.Display;

/// <summary>
/// Passes on what is heard of one run. A host that opens a journal goes on with every unfinished run in it, and is heard before it is known
/// which of them is to be watched: until then everything is kept, and afterwards the rest is dropped.
/// </summary>
internal sealed class RunFeed : IRunObserver
{
    private readonly Lock _lock = new();
    private readonly List<(string Run, Action<IRunObserver> Tell)> _kept = [];
    private IRunObserver? _watcher;
    private string? _run;

    /// <summary>Tells the watcher what was heard of the run so far, and from now on.</summary>
    public void Follow(RunIdentity run, IRunObserver watcher)
    {
        lock (_lock)
        {
            _run = run.ToString();
            _watcher = watcher;
            foreach (var (_, tell) in _kept.Where(kept => kept.Run == _run))
            {
                tell(watcher);
            }

            _kept.Clear();
        }
    }

    public void Planned(RunPlan plan) => Pass(plan.Run.ToString(), watcher => watcher.Planned(plan));

    public void Started(RunIdentity run, Step step) => Pass(run.ToString(), watcher => watcher.Started(run, step));

    public void Progressed(StepProgress progress) => Pass(progress.Run, watcher => watcher.Progressed(progress));

    public void Ended(RunIdentity run, Step step, StepOutcome outcome) => Pass(run.ToString(), watcher => watcher.Ended(run, step, outcome));

    private void Pass(string run, Action<IRunObserver> tell)
    {
        lock (_lock)
        {
            if (_watcher is null)
            {
                _kept.Add((run, tell));
            }
            else if (run == _run)
            {
                tell(_watcher);
            }
        }
    }
}
