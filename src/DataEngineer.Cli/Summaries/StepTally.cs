using DataEngineer.Runs;

namespace DataEngineer.Cli.Summaries;

/// <summary>How many steps ended how.</summary>
internal sealed record StepTally(int Total, int Succeeded, int Warned, int Reused, int Failed, int Skipped)
{
    public static StepTally Of(IReadOnlyCollection<StepOutcome> steps)
    {
        return new StepTally(
            steps.Count, Count(StepStatus.Succeeded), Count(StepStatus.Warned), Count(StepStatus.Reused), Count(StepStatus.Failed), Count(StepStatus.Skipped));

        int Count(StepStatus status) => steps.Count(step => step.Status == status);
    }
}
