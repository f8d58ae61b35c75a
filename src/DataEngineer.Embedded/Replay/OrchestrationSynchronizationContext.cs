namespace DataEngineer.Embedded.Replay;

/// <summary>Brings continuations back to their execution's scheduler, or reports those that come from elsewhere.</summary>
internal sealed class OrchestrationSynchronizationContext(OrchestrationScheduler scheduler) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state)
    {
        if (!scheduler.IsOnThread)
        {
            scheduler.ReportForeignWork();
            return;
        }

        new Task(() => d(state)).Start(scheduler);
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (!scheduler.IsOnThread)
        {
            scheduler.ReportForeignWork();
            return;
        }

        d(state);
    }

    public override SynchronizationContext CreateCopy() => this;
}
