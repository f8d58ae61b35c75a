using DataEngineer.Engine;

namespace DataEngineer.Activities.Staging;

/// <summary>Asks the engine once a second how far the statement that is running has come, and tells.</summary>
internal sealed class QueryWatch : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly DuckSession _session;
    private readonly Action<double> _tell;
    private readonly ITimer _timer;
    private bool _ended;

    public QueryWatch(TimeProvider time, DuckSession session, Action<double> tell)
    {
        (_session, _tell) = (session, tell);
        _timer = time.CreateTimer(_ => Look(), null, Period, Period);
    }

    /// <summary>After this the session is not asked again, so it may be closed.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _ended = true;
        }

        _timer.Dispose();
    }

    private void Look()
    {
        lock (_gate)
        {
            if (!_ended && _session.Progress is { } fraction)
            {
                _tell(fraction);
            }
        }
    }
}
