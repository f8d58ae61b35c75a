using System.Text.Json;

namespace DataEngineer.Azure.Durable;

/// <summary>
/// External events of one orchestration as the port promises them: several waiters of a name are served first come, first served, and an
/// event that finds only cancelled waiters is kept. The platform serves the last waiter first, and loses events to cancelled ones.
/// </summary>
/// <remarks>Runs on the orchestrator's thread only; every continuation stays there.</remarks>
/// <param name="next">Waits for the platform's next event of a name.</param>
/// <param name="resend">Sends an event to this instance again, for the execution after this one.</param>
public sealed class EventInbox(Func<string, Task<JsonElement?>> next, Action<string, JsonElement?> resend)
{
    private readonly Dictionary<string, Box> _boxes = new(StringComparer.OrdinalIgnoreCase);
    private bool _isLeaving;

    /// <summary>The next unconsumed event of that name.</summary>
    public async Task<T> WaitAsync<T>(string eventName, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!_boxes.TryGetValue(eventName, out var box))
        {
            _boxes.Add(eventName, box = new Box());
        }

        if (box.Kept.TryDequeue(out var kept))
        {
            return DurablePayload.Read<T>(kept)!;
        }

        var waiter = new TaskCompletionSource<JsonElement?>();
        box.Waiters.Enqueue(waiter);
        using var stop = cancellationToken.Register(() => waiter.TrySetCanceled(cancellationToken));
        if (!box.IsListening)
        {
            _ = ListenAsync(eventName, box);
        }

        return DurablePayload.Read<T>(await waiter.Task)!;
    }

    /// <summary>The instance continues as new: sends on what it has and has not consumed, now and as it still comes.</summary>
    public void Leave()
    {
        _isLeaving = true;
        foreach (var (name, box) in _boxes)
        {
            while (box.Kept.TryDequeue(out var kept))
            {
                resend(name, kept);
            }
        }
    }

    private async Task ListenAsync(string eventName, Box box)
    {
        box.IsListening = true;
        while (box.Waiters.Any(waiter => !waiter.Task.IsCompleted))
        {
            Deliver(eventName, box, await next(eventName));
        }

        box.IsListening = false;
    }

    private void Deliver(string eventName, Box box, JsonElement? payload)
    {
        while (box.Waiters.TryDequeue(out var waiter))
        {
            if (waiter.TrySetResult(payload))
            {
                return;
            }
        }

        if (_isLeaving)
        {
            resend(eventName, payload);
        }
        else
        {
            box.Kept.Enqueue(payload);
        }
    }

    private sealed class Box
    {
        public Queue<TaskCompletionSource<JsonElement?>> Waiters { get; } = new();

        public Queue<JsonElement?> Kept { get; } = new();

        public bool IsListening { get; set; }
    }
}
