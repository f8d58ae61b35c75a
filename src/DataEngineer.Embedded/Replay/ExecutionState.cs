using DataEngineer.Embedded.History;

namespace DataEngineer.Embedded.Replay;

/// <summary>What the code of one execution has asked for and not yet got.</summary>
internal sealed class ExecutionState
{
    private readonly SortedDictionary<int, PendingCall> _pending = [];
    private readonly HashSet<string> _children = new(StringComparer.Ordinal);
    private readonly List<int> _cancelledTimers = [];

    public DateTimeOffset CurrentTime { get; set; }

    public bool IsReplaying { get; set; }

    public string? CustomStatus { get; set; }

    public int NextSequence { get; private set; }

    public EventBuffer Events { get; } = new();

    /// <summary>Asked for since last taken, in program order.</summary>
    public Queue<ActionEvent> Emitted { get; } = new();

    public IReadOnlyCollection<PendingCall> Pending => _pending.Values;

    public bool WaitsForNothing => _pending.Count == 0 && !Events.HasWaiters;

    public (string? Input, bool KeepEvents)? Next { get; private set; }

    public bool IsCalling(string childId) => _children.Contains(childId);

    public PendingCall Begin(ActionEvent action)
    {
        var call = new PendingCall(action);
        _pending.Add(NextSequence++, call);
        Emitted.Enqueue(action);
        if (action is ChildScheduled child)
        {
            _children.Add(child.InstanceId);
        }

        return call;
    }

    public PendingCall? Find(int sequence) => _pending.GetValueOrDefault(sequence);

    /// <summary>Takes the call out, to answer it; null where the code no longer waits for it.</summary>
    public PendingCall? Take(int sequence)
    {
        if (!_pending.Remove(sequence, out var call))
        {
            return null;
        }

        if (call.Action is ChildScheduled child)
        {
            _children.Remove(child.InstanceId);
        }

        return call;
    }

    public bool CancelTimer(PendingCall timer)
    {
        if (!_pending.Remove(timer.Action.Sequence))
        {
            return false;
        }

        _cancelledTimers.Add(timer.Action.Sequence);
        return true;
    }

    public IReadOnlyList<int> TakeCancelledTimers()
    {
        if (_cancelledTimers.Count == 0)
        {
            return [];
        }

        int[] taken = [.. _cancelledTimers];
        _cancelledTimers.Clear();
        return taken;
    }

    public void ContinueAsNew(string? input, bool keepEvents) => Next = (input, keepEvents);
}
