using DataEngineer.Activities;
using DataEngineer.Activities.Execution;
using DataEngineer.Operations;
using DataEngineer.Orchestration;
using DataEngineer.Plans;
using DataEngineer.Runs;

namespace DataEngineer.Cli.Display;

/// <summary>Remembers what was heard of one run, for views that draw it again and again.</summary>
internal sealed class RunTracker(TimeProvider time) : IRunObserver
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _steps = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly long _began = time.GetTimestamp();
    private RunInterval? _interval;
    private int? _total;
    private int _doneBefore;

    /// <summary>A run that goes on: how many of its steps had ended.</summary>
    public void TakenUp(int doneBefore)
    {
        lock (_lock)
        {
            _doneBefore = doneBefore;
        }
    }

    public void Planned(RunPlan plan)
    {
        lock (_lock)
        {
            _interval = plan.Interval;
            _total = plan.Steps.Count;
            foreach (var step in plan.Steps)
            {
                EntryOf(step);
            }
        }
    }

    public void Started(RunIdentity run, Step step)
    {
        lock (_lock)
        {
            var entry = EntryOf(step);
            entry.Phase = StepPhase.Running;
            entry.Attempt++;
            entry.Began = time.GetTimestamp();
            entry.Rows = null;
            entry.Fraction = null;
            entry.RetryBy = null;
        }
    }

    public void Progressed(StepProgress progress)
    {
        lock (_lock)
        {
            if (_steps.TryGetValue(progress.Step, out var entry))
            {
                entry.Rows = progress.Rows ?? entry.Rows;
                entry.Fraction = progress.Fraction ?? entry.Fraction;
            }
        }
    }

    public void Ended(RunIdentity run, Step step, StepOutcome outcome)
    {
        lock (_lock)
        {
            var entry = EntryOf(step);
            entry.Elapsed = outcome.Elapsed;
            entry.Message = outcome.Failure?.Message;
            if (outcome.Failure is { } failure && RetryRule.AllowsAnother(step.Retry, failure, entry.Attempt))
            {
                entry.Phase = StepPhase.Retrying;
                entry.RetryBy = time.GetUtcNow() + RetryWait.AtMost(step.Retry, entry.Attempt);
                return;
            }

            entry.Phase = PhaseOf(outcome.Status);
            entry.Rows = outcome.Failure is null ? StepRows.Of(outcome) : null;
        }
    }

    public RunSight Look(RunStart start)
    {
        lock (_lock)
        {
            return new RunSight(start.Run, _interval, [.. _order.Select(Sight)], _total, _doneBefore, time.GetElapsedTime(_began));
        }
    }

    private StepSight Sight(string name)
    {
        var entry = _steps[name];
        var isRetrying = entry.Phase == StepPhase.Retrying;
        return new StepSight(
            name,
            entry.Phase,
            entry.Rows,
            entry.Fraction,
            entry.Phase == StepPhase.Running ? time.GetElapsedTime(entry.Began) : entry.Elapsed,
            isRetrying ? entry.Attempt + 1 : entry.Attempt,
            entry.MaxAttempts,
            isRetrying ? entry.RetryBy - time.GetUtcNow() : null,
            entry.Message);
    }

    private Entry EntryOf(Step step)
    {
        if (!_steps.TryGetValue(step.Name, out var entry))
        {
            entry = new Entry { MaxAttempts = step.Retry.MaxAttempts };
            _steps.Add(step.Name, entry);
            _order.Add(step.Name);
        }

        return entry;
    }

    private static StepPhase PhaseOf(StepStatus status) => status switch
    {
        StepStatus.Failed => StepPhase.Failed,
        StepStatus.Warned => StepPhase.Warned,
        _ => StepPhase.Done,
    };

    private sealed class Entry
    {
        public StepPhase Phase { get; set; }

        public int Attempt { get; set; }

        public int MaxAttempts { get; init; }

        public long Began { get; set; }

        public TimeSpan Elapsed { get; set; }

        public long? Rows { get; set; }

        public double? Fraction { get; set; }

        public DateTimeOffset? RetryBy { get; set; }

        public string? Message { get; set; }
    }
}
