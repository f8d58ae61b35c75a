using DataEngineer.Failures;
using DataEngineer.Orchestration.Ports;
using DataEngineer.Runs;

namespace DataEngineer.Orchestration;

/// <summary>
/// One run of a pipeline: plan it, start each step as soon as what it needs has succeeded, retry what may be gone next time, and record how
/// it ended. It decides; activities do.
/// </summary>
public static class RunPipeline
{
    /// <summary>The name under which it is registered on every host.</summary>
    public const string Name = "RunPipeline";

    /// <summary>Runs it; the input is a <see cref="RunRequest"/>.</summary>
    public static async Task<RunRecord> RunAsync(IOrchestrationContext context)
    {
        var request = context.GetInput<RunRequest>() ?? throw new InvalidOperationException("RunPipeline was started without a RunRequest.");
        var startedAt = context.CurrentTime;
        var outline = await context.CallActivityAsync<RunOutline>(ActivityNames.PlanRun, request);
        var outcomes = outline.Failure is null ? await RunStepsAsync(context, request, outline) : [];
        return await context.CallActivityAsync<RunRecord>(
            ActivityNames.FinishRun,
            new RunFinish(request, outline.PlanHash, startedAt, outcomes, outline.Failure));
    }

    private static async Task<IReadOnlyList<StepOutcome>> RunStepsAsync(IOrchestrationContext context, RunRequest request, RunOutline outline)
    {
        var progress = new RunProgress(outline.Steps.Count, 0, 0);
        var steps = new Dictionary<string, Task<StepOutcome>>(outline.Steps.Count, StringComparer.Ordinal);
        foreach (var step in outline.Steps)
        {
            steps.Add(step.Name, RunAndCountAsync(step, [.. step.Needs.Select(name => steps[name])]));
        }

        return await Task.WhenAll(outline.Steps.Select(step => steps[step.Name]));

        async Task<StepOutcome> RunAndCountAsync(StepOutline step, IReadOnlyList<Task<StepOutcome>> needs)
        {
            var before = await Task.WhenAll(needs);
            var outcome = outline.Reused.TryGetValue(step.Name, out var reused)
                ? reused with { Status = StepStatus.Reused }
                : Array.Find(before, need => !IsGood(need)) is { } missing
                    ? StepOutcome.Skipped(step.Name, missing.Step)
                    : await RunStepAsync(context, request, step, before);
            progress = IsGood(outcome) ? progress with { Done = progress.Done + 1 } : progress with { Failed = progress.Failed + 1 };
            context.SetCustomStatus(progress);
            return outcome;
        }
    }

    private static async Task<StepOutcome> RunStepAsync(
        IOrchestrationContext context, RunRequest request, StepOutline step, IReadOnlyList<StepOutcome> before)
    {
        var call = new StepCall(request.Run, step.Name, InputsOf(step, before));
        var options = new ActivityOptions(step.Limits);
        for (var attempt = 1; ; attempt++)
        {
            var outcome = await CallAsync(context, step, call, options);
            if (outcome.Failure is null || !RetryRule.AllowsAnother(step.Retry, outcome.Failure, attempt))
            {
                return outcome with { Attempts = attempt };
            }

            await context.CreateTimerAsync(context.CurrentTime + RetryRule.Wait(step.Retry, attempt, context.NewGuid()));
        }
    }

    private static async Task<StepOutcome> CallAsync(IOrchestrationContext context, StepOutline step, StepCall call, ActivityOptions options)
    {
        try
        {
            return await context.CallActivityAsync<StepOutcome>(step.Activity, call, options);
        }
        catch (ActivityFailedException e)
        {
            return StepOutcome.Failed(step.Name, new Failure(
                "DE0901", FailureClass.Internal, Transient: true, $"Step '{step.Name}' ended without an outcome: {e.Failure.ErrorType}: {e.Failure.Message}"));
        }
    }

    // A dataset comes from the step that staged it last: an assert step that set rows aside stages it again, and stands after its maker.
    private static DatasetRef[] InputsOf(StepOutline step, IReadOnlyList<StepOutcome> before)
    {
        var latest = new Dictionary<string, DatasetRef>(StringComparer.Ordinal);
        foreach (var dataset in before.OrderBy(outcome => outcome.Assertions.Count > 0).SelectMany(outcome => outcome.Datasets))
        {
            latest[dataset.Dataset] = dataset;
        }

        return [.. step.Reads.Select(name => latest[name])];
    }

    private static bool IsGood(StepOutcome outcome) => outcome.Status is StepStatus.Succeeded or StepStatus.Warned or StepStatus.Reused;
}
