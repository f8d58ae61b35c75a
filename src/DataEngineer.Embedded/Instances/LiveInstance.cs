using DataEngineer.Embedded.Dispatch;
using DataEngineer.Embedded.History;
using DataEngineer.Embedded.Journal;
using DataEngineer.Embedded.Replay;

namespace DataEngineer.Embedded.Instances;

/// <summary>
/// An unfinished instance. It takes messages in by turns, one at a time: run the code, commit what came of it, and only
/// then start activities, timers and children and answer clients. It is replayed once, when the journal is opened.
/// </summary>
internal sealed class LiveInstance : IThreadPoolWorkItem
{
    private readonly DurableEngine _engine;
    private readonly Mailbox _mailbox;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HashSet<ActivityDelivery> _deliveries = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<int, DurableTimer> _timers = [];
    private HistoryTail _tail;

    /// <summary>An instance that takes in nothing before <see cref="GoOn"/>.</summary>
    public LiveInstance(DurableEngine engine, long key, ParentLink? parent, ExecutionCreated created, HistoryTail tail)
    {
        _engine = engine;
        _mailbox = new Mailbox(() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false), isBusy: true);
        _tail = tail;
        Key = key;
        Parent = parent;
        Id = created.InstanceId;
        Execution = NewExecution(created);
    }

    public long Key { get; }

    public string Id { get; }

    public ParentLink? Parent { get; }

    /// <summary>The execution under way. Touched by the turn only, and by the recovery before the first.</summary>
    public OrchestrationExecution Execution { get; private set; }

    /// <summary>Completes when the end is on disk; fails when the host stops before.</summary>
    public Task Ended => _ended.Task;

    /// <summary>False where the instance has ended.</summary>
    public bool Post(InstanceMessage message) => _mailbox.Post(message);

    /// <summary>Starts no more turns; completes when none is under way.</summary>
    public Task StopAsync() => _mailbox.StopAsync();

    /// <summary>The host can commit nothing more.</summary>
    public void Abort(Exception reason)
    {
        foreach (var sender in _mailbox.Close().OfType<ClientMessage>())
        {
            sender.Fail(reason);
        }

        _ended.TrySetException(reason);

        // Looked at here, since perhaps nobody waits.
        _ = _ended.Task.Exception;
    }

    /// <summary>Starts what has no recorded answer, except children, which go on by themselves; then takes messages in, these first.</summary>
    public void GoOn(params IReadOnlyList<InstanceMessage> first)
    {
        Execution.TakeCancelledTimers();
        Start(Execution.Outstanding, isOver: false);
        _mailbox.EndTurn(first);
    }

    /// <summary>Instead of <see cref="GoOn"/>: starts nothing of what has no recorded answer, and takes messages in.</summary>
    public void StayBack() => _mailbox.EndTurn([]);

    /// <summary>Instead of <see cref="GoOn"/>: starts nothing and fails, leaving the history as it is.</summary>
    public void Fail(ExecutionOutcome.Failed outcome) => _mailbox.EndTurn([new AbandonExecution(outcome)]);

    void IThreadPoolWorkItem.Execute()
    {
        var turn = new Turn(Execution, _engine.Time.GetUtcNow());
        foreach (var message in _mailbox.Take())
        {
            if (message is ActivityEnded ended)
            {
                _deliveries.Remove(ended.Delivery);
            }

            TakeIn(turn, message);
        }

        if (turn.HasChanged)
        {
            _engine.Writer.Enqueue(NewCommand(turn));
            return;
        }

        turn.Senders.ForEach(sender => sender.Acknowledge());
        _mailbox.EndTurn(turn.Leftover);
    }

    /// <summary>On the writer's thread, the turn being on disk: what it decided may now happen.</summary>
    /// <param name="children">Keys of the children it started; null for one whose id is taken.</param>
    /// <param name="next">The execution that follows a continue-as-new.</param>
    public void Committed(Turn turn, TurnRecord record, long?[] children, OrchestrationExecution? next)
    {
        foreach (var sequence in Execution.TakeCancelledTimers())
        {
            Disarm(sequence);
        }

        StartChildren(turn, record, children);
        Start(turn.Actions, isOver: turn.Outcome is not null);
        if (turn.Outcome is not null && next is null)
        {
            End(turn, record.State);
            return;
        }

        turn.Senders.ForEach(sender => sender.Acknowledge());
        if (next is null)
        {
            _mailbox.EndTurn(turn.Leftover);
            return;
        }

        DisarmAll();
        Execution = next;
        _mailbox.EndTurn([new BeginExecution(), .. turn.Leftover]);
    }

    private void TakeIn(Turn turn, InstanceMessage message)
    {
        try
        {
            turn.Take(message);
        }
        catch (Exception defect)
        {
            Log.TurnFailed(_engine.Log, defect, Id);
            turn.Abandon(OrchestrationExecution.Fail(defect, isNonDeterministic: true));
        }
    }

    private OrchestrationExecution NewExecution(ExecutionCreated created) =>
        new(_engine.Find(created.Name), created, _engine.Loggers, () => Post(new ForeignWork(created.Execution)));

    private TurnCommand NewCommand(Turn turn)
    {
        if (turn.Outcome is not ExecutionOutcome.ContinuedAsNew again)
        {
            return new TurnCommand(this, turn, TurnRecording.Of(Key, Execution, _tail, turn), null);
        }

        var next = NewExecution(Execution.Created with { At = turn.At, Execution = Execution.Number + 1, Input = again.Input });
        next.CarryOver(Execution.CustomStatus);
        foreach (var carried in again.Events)
        {
            next.Apply(carried, isReplaying: false);
        }

        _tail = HistoryTail.Start(Id, next.Number);
        return new TurnCommand(this, turn, TurnRecording.OfNext(Key, Execution, next, again.Events, _tail, turn), next);
    }

    private void Start(IEnumerable<ActionEvent> actions, bool isOver)
    {
        foreach (var action in actions)
        {
            if (action is ActivityScheduled activity)
            {
                _deliveries.Add(_engine.Dispatcher.Dispatch(this, Execution.Number, activity));
            }
            else if (action is TimerCreated timer && !isOver && Execution.IsOutstanding(timer.Sequence))
            {
                _timers.Add(timer.Sequence, _engine.Timers.Arm(this, Execution.Number, timer.Sequence, timer.FireAt));
            }
        }
    }

    private void StartChildren(Turn turn, TurnRecord record, long?[] keys)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            var child = record.Children[i];
            if (keys[i] is { } key)
            {
                _engine.Begin(key, child);
            }
            else if (turn.Outcome is null)
            {
                Post(new ChildEnded(child.Parent!.Execution, child.Parent.Sequence, null, ChildConflict.NotAChild(child.Created.InstanceId)));
            }
        }
    }

    private void Disarm(int sequence)
    {
        if (_timers.Remove(sequence, out var timer))
        {
            _engine.Timers.Disarm(timer);
        }
    }

    private void DisarmAll()
    {
        foreach (var timer in _timers.Values)
        {
            _engine.Timers.Disarm(timer);
        }

        _timers.Clear();
    }

    private void End(Turn turn, InstanceState state)
    {
        DisarmAll();
        ClientMessage[] senders = [.. turn.Senders, .. _mailbox.Close().Concat(turn.Leftover).OfType<ClientMessage>()];
        _engine.Remove(this, state);
        if (turn.Outcome is ExecutionOutcome.Terminated terminated)
        {
            foreach (var delivery in _deliveries)
            {
                _engine.Dispatcher.Cancel(delivery);
            }

            _ = AcknowledgeAsync(senders, _engine.TerminateChildrenAsync(Key, terminated.Reason));
        }
        else
        {
            _ = AcknowledgeAsync(senders, Task.CompletedTask);
        }

        _ended.TrySetResult();
    }

    private static async Task AcknowledgeAsync(ClientMessage[] senders, Task consequences)
    {
        try
        {
            await consequences;
            Array.ForEach(senders, sender => sender.Acknowledge());
        }
        catch (Exception reason)
        {
            Array.ForEach(senders, sender => sender.Fail(reason));
        }
    }
}
