using System.Collections.Frozen;
using DataEngineer.Embedded.History;
using DataEngineer.Embedded.Instances;
using DataEngineer.Orchestration.Ports;
using Microsoft.Extensions.Logging;

namespace DataEngineer.Embedded.Dispatch;

/// <summary>Runs activities on the thread pool, as many as the limits let, and hands their ends to the instances that called.</summary>
internal sealed class ActivityDispatcher(
    FrozenDictionary<string, ActivityRegistration> activities,
    int maxConcurrent,
    long epoch,
    ILogger logger) : IDisposable
{
    private readonly LimitGate<ActivityDelivery> _gate = new(maxConcurrent);
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _deliveries;
    private int _isStopping;

    // One more than runs, until the stop.
    private int _running = 1;

    /// <summary>Delivers a committed call, under a fencing token greater than every earlier one of this journal.</summary>
    public ActivityDelivery Dispatch(LiveInstance instance, int execution, ActivityScheduled call)
    {
        // Epochs grow with each owner and the widths are fixed, so later tokens are greater ordinally.
        var token = $"{epoch:D10}-{Interlocked.Increment(ref _deliveries):D12}";
        var delivery = new ActivityDelivery(instance, execution, call, token, _stopping.Token);
        if (_gate.Enter(delivery, call.Limits ?? []))
        {
            Launch(delivery);
        }

        return delivery;
    }

    /// <summary>Drops a delivery that waits; cancels the token of one that runs.</summary>
    public void Cancel(ActivityDelivery delivery)
    {
        if (_gate.Drop(delivery) is { } next)
        {
            delivery.Release();
            Launch(next);
            return;
        }

        // What is registered on the token runs inside Cancel, and is not ours.
        ThreadPool.UnsafeQueueUserWorkItem(static cancelled => cancelled.Cancel(), delivery, preferLocal: false);
    }

    /// <summary>Starts nothing more, and cancels the tokens of what runs. The answer completes when nothing runs.</summary>
    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _isStopping, 1) == 0)
        {
            await _stopping.CancelAsync();
            Ended();
        }

        await _idle.Task;
    }

    public void Dispose() => _stopping.Dispose();

    private void Launch(IReadOnlyList<ActivityDelivery> deliveries)
    {
        foreach (var delivery in deliveries)
        {
            Launch(delivery);
        }
    }

    private void Launch(ActivityDelivery delivery)
    {
        Interlocked.Increment(ref _running);
        ThreadPool.UnsafeQueueUserWorkItem(static item => _ = item.Dispatcher.RunAsync(item.Delivery), (Dispatcher: this, Delivery: delivery), preferLocal: false);
    }

    private async Task RunAsync(ActivityDelivery delivery)
    {
        var end = _stopping.IsCancellationRequested ? null : await CallAsync(delivery);
        delivery.Release();
        Launch(_gate.Leave(delivery));
        if (end is not null)
        {
            delivery.Instance.Post(end);
        }

        Ended();
    }

    /// <summary>Null where the stop of the host cut the activity short: it is delivered again when the journal is next opened.</summary>
    private async Task<ActivityEnded?> CallAsync(ActivityDelivery delivery)
    {
        try
        {
            if (!activities.TryGetValue(delivery.Name, out var activity))
            {
                throw new ActivityNotRegisteredException(delivery.Name, activities.Keys);
            }

            var output = await activity.Run(delivery, delivery.Call.Input, delivery.Token);
            return new ActivityEnded(delivery, Payload.Write(output), null);
        }
        catch (Exception thrown)
        {
            if (_stopping.IsCancellationRequested)
            {
                return null;
            }

            Log.ActivityFailed(logger, delivery.Name, delivery.InstanceId, delivery.FencingToken, thrown.GetType().FullName!);
            return new ActivityEnded(delivery, null, new OrchestrationFailure(thrown.GetType().FullName!, thrown.Message));
        }
    }

    private void Ended()
    {
        if (Interlocked.Decrement(ref _running) == 0)
        {
            _idle.TrySetResult();
        }
    }
}
