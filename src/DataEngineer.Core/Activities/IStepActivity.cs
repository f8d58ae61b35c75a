using DataEngineer.Plans;
using DataEngineer.Runs;

namespace DataEngineer.Activities;

/// <summary>
/// Does the steps of one kind. Every delivery is idempotent under (run, step): staged files carry the fencing token, loads are
/// remembered in their target. Throws <see cref="Failures.StepFailedException"/> for a failure it can name.
/// </summary>
public interface IStepActivity<in TStep>
    where TStep : Step
{
    /// <summary>Does one step.</summary>
    Task<StepOutcome> RunAsync(StepContext context, TStep step, CancellationToken cancellationToken);
}
