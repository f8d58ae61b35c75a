namespace DataEngineer.Activities.Execution;

internal sealed class ObserverProgress(IRunObserver observer) : IProgress<StepProgress>
{
    public void Report(StepProgress value) => observer.Progressed(value);
}
