using DataEngineer.Embedded.History;
using DataEngineer.Orchestration.Ports;
using Microsoft.Extensions.Logging;

namespace DataEngineer.Embedded.Replay;

/// <summary>
/// The code of one execution, driven by events; it does no I/O. The same events give the same actions, live or replayed.
/// Not safe for use from two threads at once.
/// </summary>
internal sealed class OrchestrationExecution
{
    private const string ForeignAwait =
        "an await of something that is not its context's (Task.Delay, Task.Run, I/O, or a task of another thread)";

    private readonly OrchestrationRegistration _registration;
    private readonly OrchestrationScheduler _scheduler;
    private readonly OrchestrationContext _context;
    private readonly ExecutionState _state = new();
    private readonly Queue<HistoryEvent> _held = new();
    private Task<object?>? _run;
    private volatile bool _foreign;

    /// <param name="onForeignWork">Called, perhaps on another thread, when the code continues where only its context may make it.</param>
    public OrchestrationExecution(OrchestrationRegistration registration, ExecutionCreated created, ILoggerFactory loggers, Action onForeignWork)
    {
        _registration = registration;
        Created = created;
        _state.CurrentTime = created.At;
        _scheduler = new OrchestrationScheduler(() =>
        {
            _foreign = true;
            onForeignWork();
        });
        _context = new OrchestrationContext(created, _state, _scheduler, loggers);
    }

    public ExecutionCreated Created { get; }

    public int Number => Created.Execution;

    public bool IsBegun { get; private set; }

    public bool IsSuspended { get; private set; }

    /// <summary>Null while the code goes on.</summary>
    public ExecutionOutcome? Outcome { get; private set; }

    public DateTimeOffset CurrentTime => _state.CurrentTime;

    public string? CustomStatus => _state.CustomStatus;

    /// <summary>Zero-based position of the next action.</summary>
    public int NextSequence => _state.NextSequence;

    /// <summary>What the code asked for and nobody has taken yet.</summary>
    public Queue<ActionEvent> Emitted => _state.Emitted;

    /// <summary>Every action that still has no recorded answer, in program order.</summary>
    public IEnumerable<ActionEvent> Outstanding => _state.Pending.Where(call => !call.IsAnswered).Select(call => call.Action);

    public bool IsOutstanding(int sequence) => _state.Find(sequence) is { IsAnswered: false };

    public IReadOnlyList<int> TakeCancelledTimers() => _state.TakeCancelledTimers();

    /// <summary>Keeps the custom status of the execution before this one.</summary>
    public void CarryOver(string? customStatus) => _state.CustomStatus = customStatus;

    /// <summary>Puts the recorded action in the place of the replayed one, so that a redelivery carries what was recorded.</summary>
    public void Adopt(ActionEvent recorded)
    {
        if (_state.Find(recorded.Sequence) is { } call)
        {
            call.Action = recorded;
        }
    }

    /// <summary>Takes in one event and runs the code as far as it goes.</summary>
    public void Apply(HistoryEvent applied, bool isReplaying)
    {
        _state.IsReplaying = isReplaying;
        _state.CurrentTime = applied.At > _state.CurrentTime ? applied.At : _state.CurrentTime;
        switch (applied)
        {
            case ExecutionSuspended:
                IsSuspended = true;
                break;
            case ExecutionResumed:
                IsSuspended = false;
                while (Outcome is null && _held.TryDequeue(out var held))
                {
                    Deliver(held);
                }

                if (Outcome is ExecutionOutcome.ContinuedAsNew next)
                {
                    Outcome = next with { Events = [.. next.Events, .. _held.OfType<EventRaised>()] };
                }

                break;
            case ExecutionTerminated terminated:
                Outcome = new ExecutionOutcome.Terminated(terminated.Reason);
                break;
            default:
                Accept(applied);
                break;
        }
    }

    /// <summary>Ends the execution for work that was not its own, if there was any.</summary>
    public void CheckForeignWork()
    {
        if (_foreign || (_run is { IsCompleted: false } && _state.WaitsForNothing))
        {
            var found = new NonDeterministicOrchestrationException(_registration.Name, NextSequence, "nothing", ForeignAwait);
            Outcome = Fail(found, isNonDeterministic: true);
        }
    }

    public static ExecutionOutcome.Failed Fail(Exception exception, bool isNonDeterministic = false) =>
        new(new OrchestrationFailure(exception.GetType().FullName!, exception.Message), isNonDeterministic);

    private void Accept(HistoryEvent applied)
    {
        if (!IsSuspended)
        {
            Deliver(applied);
            return;
        }

        _held.Enqueue(applied);
        if (applied is AnswerEvent answer && _state.Find(answer.Sequence) is { } call)
        {
            call.IsAnswered = true;
        }
    }

    private void Deliver(HistoryEvent delivered)
    {
        switch (delivered)
        {
            case ExecutionBegun:
                IsBegun = true;
                Begin();
                break;
            case EventRaised raised:
                if (_state.Events.Raise(raised) is { } waiter)
                {
                    _scheduler.EnqueueCompletion(() => waiter.SetResult(raised.Payload));
                }

                break;
            case AnswerEvent answer:
                if (_state.Take(answer.Sequence) is { } call)
                {
                    _scheduler.EnqueueCompletion(() => Answer(call, answer));
                }

                break;
            default:
                throw new InvalidOperationException($"{delivered.GetType().Name} is not an event that reaches code.");
        }

        if (!IsBegun)
        {
            return;
        }

        _scheduler.Drain();
        CheckForeignWork();
        if (Outcome is null && _run!.IsCompleted)
        {
            Outcome = End(_run);
        }
    }

    private void Begin()
    {
        // Awaited here so that code which ends on another thread comes back through our context, and is noticed.
        var started = new Task<Task<object?>>(async () => await _registration.Run(_context));
        _scheduler.EnqueueCompletion(() => started.Start(_scheduler));
        _run = started.Unwrap();
    }

    private static void Answer(PendingCall call, AnswerEvent answer)
    {
        switch (answer)
        {
            case ActivityCompleted completed:
                call.Answer.SetResult(completed.Output);
                break;
            case ActivityFailed failed:
                call.Answer.SetException(new ActivityFailedException(((ActivityScheduled)call.Action).Name, failed.Failure));
                break;
            case TimerFired:
                call.Answer.SetResult(null);
                break;
            case ChildCompleted completed:
                call.Answer.SetResult(completed.Output);
                break;
            case ChildFailed failed:
                var child = (ChildScheduled)call.Action;
                call.Answer.SetException(new SubOrchestrationFailedException(child.Name, child.InstanceId, failed.Failure));
                break;
            default:
                throw new InvalidOperationException($"{answer.GetType().Name} is not an answer.");
        }
    }

    private ExecutionOutcome End(Task<object?> run)
    {
        if (run.Exception?.InnerException is { } thrown)
        {
            return Fail(thrown);
        }

        if (run.IsCanceled)
        {
            return Fail(new TaskCanceledException(run));
        }

        if (_state.Next is var (input, keepEvents))
        {
            return new ExecutionOutcome.ContinuedAsNew(input, keepEvents ? _state.Events.Unconsumed() : []);
        }

        try
        {
            return new ExecutionOutcome.Completed(Payload.Write(run.Result));
        }
        catch (Exception unserialisable) when (unserialisable is System.Text.Json.JsonException or NotSupportedException)
        {
            return Fail(unserialisable);
        }
    }
}
