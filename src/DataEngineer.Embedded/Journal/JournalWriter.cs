namespace DataEngineer.Embedded.Journal;

/// <summary>
/// The only one that writes: a thread that commits everything waiting in one transaction, checks in it that this host still
/// owns the journal, and only then lets the effects happen. After the first failure nothing is written any more.
/// </summary>
internal sealed class JournalWriter : IDisposable
{
    private const int MaxBatch = 2000;
    private readonly object _gate = new();
    private readonly Queue<JournalCommand> _waiting = new();
    private readonly List<JournalCommand> _batch = [];
    private readonly JournalSession _session;
    private readonly JournalOwner _owner;
    private readonly string _path;
    private readonly Func<long, bool>? _survives;
    private readonly Action<Exception> _onFault;
    private readonly Thread _thread;
    private long _commits;
    private Exception? _fault;
    private bool _isClosing;

    /// <param name="survives">Asked after each commit; false makes the writer die without letting any effect happen.</param>
    /// <param name="onFault">Called once, on the writer's thread, before the waiting commands fail.</param>
    public JournalWriter(JournalSession session, JournalOwner owner, string path, Func<long, bool>? survives, Action<Exception> onFault)
    {
        _session = session;
        _owner = owner;
        _path = path;
        _survives = survives;
        _onFault = onFault;
        _thread = new Thread(Run) { IsBackground = true, Name = "DataEngineer journal" };
        _thread.Start();
    }

    public void Enqueue(JournalCommand command)
    {
        Exception refused;
        lock (_gate)
        {
            if (_fault is null && !_isClosing)
            {
                _waiting.Enqueue(command);
                Monitor.Pulse(_gate);
                return;
            }

            refused = _fault ?? new HostStoppedException();
        }

        command.Failed(refused);
    }

    /// <summary>Enqueues a request and waits for its answer.</summary>
    public Task<T> AskAsync<T>(Func<JournalSession, T> execute, Action<T>? committed = null)
    {
        var request = new JournalRequest<T>(execute, committed);
        Enqueue(request);
        return request.Answer;
    }

    /// <summary>Completes when everything enqueued before is on disk and its effects have happened.</summary>
    public Task FlushAsync() => AskAsync(_ => true);

    /// <summary>Stops at once, as if the process had died; what waits fails with <paramref name="reason"/>.</summary>
    public void Abandon(Exception reason)
    {
        lock (_gate)
        {
            _fault ??= reason;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Commits what waits, then ends.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isClosing = true;
            Monitor.Pulse(_gate);
        }

        _thread.Join();
        _session.Dispose();
    }

    private void Run()
    {
        while (TakeBatch())
        {
            if (Commit() is { } fault)
            {
                Fault(fault);
            }
        }

        FailWaiting();
    }

    private bool TakeBatch()
    {
        lock (_gate)
        {
            while (_waiting.Count == 0 && !_isClosing && _fault is null)
            {
                Monitor.Wait(_gate);
            }

            if (_fault is not null)
            {
                return false;
            }

            _batch.Clear();
            while (_batch.Count < MaxBatch && _waiting.TryDequeue(out var command))
            {
                _batch.Add(command);
            }

            return _batch.Count > 0;
        }
    }

    private Exception? Commit()
    {
        try
        {
            _session.Begin();
            if (_session.ReadEpoch() is var current && current != _owner.Epoch)
            {
                throw new JournalOwnershipLostException(_path, _owner.Epoch, current);
            }

            foreach (var command in _batch)
            {
                command.Execute(_session);
            }

            _session.Commit();
        }
        catch (Exception failed)
        {
            _session.TryRollback();
            return JournalFile.Translate(failed, _path);
        }

        if (_survives?.Invoke(++_commits) is false)
        {
            return new HostStoppedException();
        }

        return LetEffectsHappen();
    }

    /// <summary>A defect in here must end the host, not the process; what is committed is found again when the journal is next opened.</summary>
    private Exception? LetEffectsHappen()
    {
        try
        {
            foreach (var command in _batch)
            {
                command.Committed();
            }

            return null;
        }
        catch (Exception defect)
        {
            return defect;
        }
    }

    private void Fault(Exception fault)
    {
        lock (_gate)
        {
            _fault ??= fault;
        }

        _onFault(fault);
        foreach (var command in _batch)
        {
            command.Failed(fault);
        }
    }

    private void FailWaiting()
    {
        JournalCommand[] left;
        Exception reason;
        lock (_gate)
        {
            reason = _fault ?? new HostStoppedException();
            left = [.. _waiting];
            _waiting.Clear();
        }

        foreach (var command in left)
        {
            command.Failed(reason);
        }
    }
}
