using DataEngineer.Plans;
using DataEngineer.Runs;

namespace DataEngineer.Activities.Execution;

/// <summary>
/// Hears in this process what activities do, as they do it; for a person who watches. Deliveries repeat after a crash, and nothing may
/// depend on them. Calls come from many threads.
/// </summary>
public interface IRunObserver
{
    /// <summary>A run has its plan; after a restart it is not told again.</summary>
    void Planned(RunPlan plan);

    /// <summary>A delivery of a step began.</summary>
    void Started(RunIdentity run, Step step);

    /// <summary>A step is so far.</summary>
    void Progressed(StepProgress progress);

    /// <summary>A delivery of a step ended; where its failure is transient it may be tried again.</summary>
    void Ended(RunIdentity run, Step step, StepOutcome outcome);
}
