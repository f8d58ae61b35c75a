using DataEngineer.Plans;

namespace DataEngineer.Cli.Display;

/// <summary>What there is to show of a run at one moment.</summary>
/// <param name="Steps">In the plan's order; only those heard of where the plan is not known.</param>
/// <param name="Total">Steps in all; null before there is a plan.</param>
/// <param name="DoneBefore">Steps that had ended before this process took the run up.</param>
internal sealed record RunSight(
    RunIdentity Run,
    RunInterval? Interval,
    IReadOnlyList<StepSight> Steps,
    int? Total,
    int DoneBefore,
    TimeSpan Elapsed)
{
    public int Count(params ReadOnlySpan<StepPhase> phases)
    {
        var count = 0;
        foreach (var step in Steps)
        {
            count += phases.Contains(step.Phase) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Steps that have ended, before or now.</summary>
    public int Ended => DoneBefore + Count(StepPhase.Done, StepPhase.Warned, StepPhase.Failed);
}
