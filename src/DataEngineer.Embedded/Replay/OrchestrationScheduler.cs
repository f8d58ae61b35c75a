namespace DataEngineer.Embedded.Replay;

/// <summary>
/// Runs everything that belongs to one execution on whichever single thread calls <see cref="Drain"/>, first in, first
/// out. Work queued from any other thread is not the execution's own: it is reported and never run.
/// </summary>
internal sealed class OrchestrationScheduler : TaskScheduler
{
    private readonly Queue<Task> _tasks = new();
    private readonly Queue<Action> _completions = new();
    private readonly OrchestrationSynchronizationContext _context;
    private readonly Action _onForeignWork;
    private int _thread;

    /// <param name="onForeignWork">Called, on the foreign thread, when work arrives from outside <see cref="Drain"/>.</param>
    public OrchestrationScheduler(Action onForeignWork)
    {
        _onForeignWork = onForeignWork;
        _context = new OrchestrationSynchronizationContext(this);
    }

    /// <summary>Whether the calling thread is running this execution's code.</summary>
    public bool IsOnThread => Volatile.Read(ref _thread) == Environment.CurrentManagedThreadId;

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>
    /// Runs <paramref name="complete"/> between two tasks, with no synchronisation context: an awaiter that kept ours is then
    /// posted to it, and one that asked for none runs in place instead of on the thread pool.
    /// </summary>
    public void EnqueueCompletion(Action complete) => _completions.Enqueue(complete);

    /// <summary>Runs until nothing is left that could run.</summary>
    public void Drain()
    {
        var previous = SynchronizationContext.Current;
        Volatile.Write(ref _thread, Environment.CurrentManagedThreadId);
        try
        {
            SynchronizationContext.SetSynchronizationContext(null);
            while (RunNext())
            {
                SynchronizationContext.SetSynchronizationContext(null);
            }
        }
        finally
        {
            Volatile.Write(ref _thread, 0);
            SynchronizationContext.SetSynchronizationContext(previous);
        }
    }

    public void ReportForeignWork() => _onForeignWork();

    protected override void QueueTask(Task task)
    {
        if (IsOnThread)
        {
            _tasks.Enqueue(task);
        }
        else
        {
            _onForeignWork();
        }
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        IsOnThread && !taskWasPreviouslyQueued && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => [];

    private bool RunNext()
    {
        if (_completions.TryDequeue(out var complete))
        {
            complete();
            return true;
        }

        if (!_tasks.TryDequeue(out var task))
        {
            return false;
        }

        SynchronizationContext.SetSynchronizationContext(_context);
        TryExecuteTask(task);
        return true;
    }
}
