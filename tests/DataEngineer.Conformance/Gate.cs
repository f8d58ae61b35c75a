namespace DataEngineer.Conformance;

/// <summary>Holds an activity until the test opens it, and tells when the activity has arrived.</summary>
public sealed class Gate
{
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when somebody has come to the gate.</summary>
    public Task Arrived => _arrived.Task;

    /// <summary>Lets everybody through, now and later.</summary>
    public void Open() => _opened.TrySetResult();

    /// <summary>Waits for the opening.</summary>
    public Task PassAsync(CancellationToken cancellationToken)
    {
        _arrived.TrySetResult();
        return _opened.Task.WaitAsync(cancellationToken);
    }
}
