using DataEngineer.Plans;
using DataEngineer.Runs;

namespace DataEngineer.Activities.Execution;

/// <summary>Who does which kind of step.</summary>
internal sealed class StepActivities(
    IStepActivity<ExtractStep> extract,
    IStepActivity<TransformStep> transform,
    IStepActivity<AssertStep> assert,
    IStepActivity<LoadStep> load)
{
    public Task<StepOutcome> RunAsync(StepContext context, Step step, CancellationToken cancellationToken) => step switch
    {
        ExtractStep s => extract.RunAsync(context, s, cancellationToken),
        TransformStep s => transform.RunAsync(context, s, cancellationToken),
        AssertStep s => assert.RunAsync(context, s, cancellationToken),
        LoadStep s => load.RunAsync(context, s, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.GetType().Name, "Not a kind of step."),
    };
}
