namespace DataEngineer.Embedded.Journal;

/// <summary>Says, three times a lease, that this owner lives. Also how an idle owner finds out that it was replaced.</summary>
internal sealed class LeaseRenewal : IDisposable
{
    private readonly JournalWriter _writer;
    private readonly TimeProvider _time;
    private readonly TimeSpan _lease;
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private bool _isDisposed;

    public LeaseRenewal(JournalWriter writer, TimeProvider time, TimeSpan lease)
    {
        _writer = writer;
        _time = time;
        _lease = lease;
        _timer = time.CreateTimer(_ => Renew(), null, lease / 3, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _timer.Dispose();
        }
    }

    private void Renew() => _writer.Enqueue(new JournalRequest<bool>(
        session =>
        {
            session.RenewLease(_time.GetUtcNow() + _lease);
            return true;
        },
        _ => SetTimer()));

    // Set again only after the commit, so that a slow disk is not flooded with renewals.
    private void SetTimer()
    {
        lock (_gate)
        {
            if (!_isDisposed)
            {
                _timer.Change(_lease / 3, Timeout.InfiniteTimeSpan);
            }
        }
    }
}
