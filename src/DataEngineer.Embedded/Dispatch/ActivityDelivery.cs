using DataEngineer.Embedded.History;
using DataEngineer.Embedded.Instances;
using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Embedded.Dispatch;

/// <summary>One delivery of one activity call.</summary>
internal sealed class ActivityDelivery(LiveInstance instance, int execution, ActivityScheduled call, string fencingToken, CancellationToken hostStopping)
    : IActivityContext
{
    private readonly CancellationTokenSource _cancellation = CancellationTokenSource.CreateLinkedTokenSource(hostStopping);

    public LiveInstance Instance { get; } = instance;

    public int Execution { get; } = execution;

    public ActivityScheduled Call { get; } = call;

    public string InstanceId => Instance.Id;

    public string Name => Call.Name;

    public string FencingToken { get; } = fencingToken;

    /// <summary>Cancelled when the instance is terminated or the host stops.</summary>
    public CancellationToken Token => _cancellation.Token;

    public void Cancel()
    {
        try
        {
            _cancellation.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It ended meanwhile.
        }
    }

    public void Release() => _cancellation.Dispose();
}
