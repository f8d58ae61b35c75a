using DataEngineer.Embedded.Instances;

namespace DataEngineer.Embedded.Dispatch;

/// <summary>Wakes instances when their durable timers are due. One system timer serves them all.</summary>
internal sealed class TimerService : IDisposable
{
    // The wall clock may be set, or the machine sleep; a system timer notices neither, so it is never set for long.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private readonly Lock _gate = new();
    private readonly SortedSet<DurableTimer> _armed = new(DurableTimer.ByDueTime);
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private long _numbers;
    private bool _isStopped;

    public TimerService(TimeProvider time)
    {
        _time = time;
        _timer = time.CreateTimer(_ => FireDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public DurableTimer Arm(LiveInstance instance, int execution, int sequence, DateTimeOffset fireAt)
    {
        lock (_gate)
        {
            var timer = new DurableTimer(instance, execution, sequence, fireAt, _numbers++);
            _armed.Add(timer);
            if (_armed.Min == timer)
            {
                SetTimer();
            }

            return timer;
        }
    }

    public void Disarm(DurableTimer timer)
    {
        lock (_gate)
        {
            _armed.Remove(timer);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isStopped = true;
        }

        _timer.Dispose();
    }

    private void FireDue()
    {
        List<DurableTimer> due = [];
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            while (!_isStopped && _armed.Min is { } first && first.FireAt <= now)
            {
                _armed.Remove(first);
                due.Add(first);
            }

            SetTimer();
        }

        foreach (var timer in due)
        {
            timer.Instance.Post(new TimerDue(timer));
        }
    }

    private void SetTimer()
    {
        if (_isStopped || _armed.Min is not { } first)
        {
            return;
        }

        var wait = first.FireAt - _time.GetUtcNow();
        wait = wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestWait ? LongestWait : wait;

        // Rounded up: system timers cut fractions of a millisecond off, and would fire before the time.
        _timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
    }
}
