namespace DataEngineer.Embedded.Instances;

/// <summary>A message whose sender waits until it is on disk.</summary>
internal abstract record ClientMessage : InstanceMessage
{
    private readonly TaskCompletionSource _taken = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the message is on disk with all its consequences, or found to be of none.</summary>
    public Task Taken => _taken.Task;

    public void Acknowledge() => _taken.TrySetResult();

    public void Fail(Exception reason) => _taken.TrySetException(reason);
}
