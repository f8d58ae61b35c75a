using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Azure.Durable;

/// <summary>
/// Slots of shared limits within this process. A taker gets all its slots at once, or waits; who waits for a full key holds nobody back
/// that needs other keys. Of several who could go, the one that came first goes first.
/// </summary>
internal sealed class ConcurrencySlots
{
    private readonly Lock _lock = new();
    private readonly List<Taker> _running = [];
    private readonly List<Taker> _waiting = [];

    public async Task<IDisposable> TakeAsync(IReadOnlyList<ConcurrencyLimit> limits, CancellationToken cancellationToken)
    {
        foreach (var limit in limits)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(limit.MaxConcurrent, 1, limit.Key);
        }

        var taker = new Taker(this, limits);
        lock (_lock)
        {
            _waiting.Add(taker);
            Admit();
        }

        await using var stop = cancellationToken.Register(() => GiveUp(taker, cancellationToken));
        await taker.Turn.Task;
        return taker;
    }

    private void Admit()
    {
        for (var i = 0; i < _waiting.Count;)
        {
            var taker = _waiting[i];
            if (taker.Limits.All(HasRoom))
            {
                _waiting.RemoveAt(i);
                _running.Add(taker);
                taker.Turn.SetResult();
            }
            else
            {
                i++;
            }
        }
    }

    // The smallest maximum that anyone now waiting or running names for a key holds.
    private bool HasRoom(ConcurrencyLimit limit)
    {
        var most = _running.Concat(_waiting).SelectMany(taker => taker.Limits).Where(other => other.Key == limit.Key).Min(other => other.MaxConcurrent);
        return _running.Count(taker => taker.Limits.Any(other => other.Key == limit.Key)) < most;
    }

    private void GiveUp(Taker taker, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_waiting.Remove(taker))
            {
                taker.Turn.SetCanceled(cancellationToken);
                Admit();
            }
        }
    }

    private void Release(Taker taker)
    {
        lock (_lock)
        {
            if (_running.Remove(taker))
            {
                Admit();
            }
        }
    }

    private sealed class Taker(ConcurrencySlots slots, IReadOnlyList<ConcurrencyLimit> limits) : IDisposable
    {
        public IReadOnlyList<ConcurrencyLimit> Limits => limits;

        public TaskCompletionSource Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Dispose() => slots.Release(this);
    }
}
