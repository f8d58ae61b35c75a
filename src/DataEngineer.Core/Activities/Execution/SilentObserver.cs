using DataEngineer.Plans;
using DataEngineer.Runs;

namespace DataEngineer.Activities.Execution;

/// <summary>Hears nothing; for hosts that nobody watches.</summary>
public sealed class SilentObserver : IRunObserver
{
    /// <inheritdoc/>
    public void Planned(RunPlan plan)
    {
    }

    /// <inheritdoc/>
    public void Started(RunIdentity run, Step step)
    {
    }

    /// <inheritdoc/>
    public void Progressed(StepProgress progress)
    {
    }

    /// <inheritdoc/>
    public void Ended(RunIdentity run, Step step, StepOutcome outcome)
    {
    }
}
