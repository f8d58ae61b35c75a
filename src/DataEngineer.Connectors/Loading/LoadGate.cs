using System.Collections.Concurrent;

namespace DataEngineer.Connectors.Loading;

/// <summary>Lets the loads of this process into one place happen one at a time, however often its connection is opened.</summary>
internal static class LoadGate
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> s_gates = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for its turn, which ends when the answer is disposed.</summary>
    public static async Task<IDisposable> EnterAsync(string place, CancellationToken cancellationToken)
    {
        var gate = s_gates.GetOrAdd(place, static _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancellationToken);
        return new Turn(gate);
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        private SemaphoreSlim? _gate = gate;

        public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Release();
    }
}
