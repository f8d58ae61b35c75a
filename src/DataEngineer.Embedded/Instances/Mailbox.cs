namespace DataEngineer.Embedded.Instances;

/// <summary>The messages of one instance, and whether a turn is under way: at most one ever is.</summary>
/// <param name="startTurn">Starts a turn; must not run it in place.</param>
/// <param name="isBusy">Whether a turn is under way already; then nothing starts before <see cref="EndTurn"/>.</param>
internal sealed class Mailbox(Action startTurn, bool isBusy)
{
    private readonly Lock _gate = new();
    private List<InstanceMessage> _messages = [];
    private TaskCompletionSource? _whenIdle;
    private bool _isBusy = isBusy;
    private bool _isClosed;
    private bool _isStopping;
    private bool _wasLastTurn;

    /// <summary>False where the instance has ended here.</summary>
    public bool Post(InstanceMessage message)
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return false;
            }

            _messages.Add(message);
            if (_isBusy)
            {
                return true;
            }

            _isBusy = true;
        }

        startTurn();
        return true;
    }

    /// <summary>Everything that waits, for the turn that begins.</summary>
    public IReadOnlyList<InstanceMessage> Take()
    {
        lock (_gate)
        {
            var taken = _messages;
            _messages = [];
            return taken;
        }
    }

    /// <summary>Ends the turn. <paramref name="again"/> goes before what arrived meanwhile; if there is anything, the next turn starts.</summary>
    public void EndTurn(IReadOnlyList<InstanceMessage> again)
    {
        lock (_gate)
        {
            _messages.InsertRange(0, again);
            if (_messages.Count == 0 || _isClosed || _wasLastTurn)
            {
                // Once stopping it stays busy, and so starts nothing more.
                _isBusy = _isStopping;
                _whenIdle?.TrySetResult();
                return;
            }

            _wasLastTurn = _isStopping;
        }

        startTurn();
    }

    /// <summary>Takes no more; answers what was left.</summary>
    public IReadOnlyList<InstanceMessage> Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            _whenIdle?.TrySetResult();
        }

        return Take();
    }

    /// <summary>Lets the turn under way end, takes in once more what had arrived by then, and starts no other; completes then.</summary>
    public Task StopAsync()
    {
        lock (_gate)
        {
            _isStopping = true;
            if (!_isBusy || _isClosed)
            {
                _isBusy = true;
                return Task.CompletedTask;
            }

            _whenIdle ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            return _whenIdle.Task;
        }
    }
}
