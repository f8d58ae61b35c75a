using System.Text;
using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Tree;
using DataEngineer.Failures;
using DataEngineer.Orchestration;
using DataEngineer.Plans;
using DataEngineer.Runs;
using DataEngineer.Store;
using Microsoft.Extensions.Logging;

namespace DataEngineer.Activities.Execution;

/// <summary>
/// Begins a run: makes its plan, or takes that of the run being retried, stores it with the definitions it was made from, and opens the run's
/// record. A second delivery finds the plan and answers the same, so that definitions changed meanwhile change nothing.
/// </summary>
internal sealed class PlanRunActivity(RuntimeServices services, RunPlanner planner)
{
    private readonly ILogger _logger = services.Loggers.CreateLogger("DataEngineer.Runs");

    public async Task<RunOutline> RunAsync(RunRequest request, CancellationToken cancellationToken)
    {
        var run = request.Run.ToString();
        var store = services.Stores.Open(request.Run.Customer);
        try
        {
            var plan = await PlanStore.FindAsync(store, run, cancellationToken);
            if (plan is null)
            {
                plan = await MakeAsync(request, store, cancellationToken);
                await PlanStore.WriteAsync(store, plan, cancellationToken);
            }

            var reused = await ReusedAsync(request, plan, store, cancellationToken);
            await RecordStore.WriteAsync(store, Opened(request, plan), cancellationToken);
            services.Progress.Planned(plan);
            return new RunOutline(plan.Hash, [.. plan.Steps.Select(OutlineOf)], reused, null);
        }
        catch (StepFailedException e)
        {
            return new RunOutline("", [], new Dictionary<string, StepOutcome>(StringComparer.Ordinal), e.Failure);
        }
        catch (IOException e)
        {
            Log.PlanningBroke(_logger, e, run);
            return new RunOutline("", [], new Dictionary<string, StepOutcome>(StringComparer.Ordinal), IoFailures.Of("plan", e));
        }
    }

    private async Task<RunPlan> MakeAsync(RunRequest request, IBlobStore store, CancellationToken cancellationToken)
    {
        if (request is { RetryOf: { } retried, Definition: DefinitionChoice.Original })
        {
            var original = await PlanStore.FindAsync(store, retried, cancellationToken);
            return original is not null
                ? original with { Run = request.Run }
                : throw StepFailedException.Terminal(
                    "DE0922", FailureClass.Definition, $"Run '{retried}' was never planned, so there is no plan to run again.", $"Retry it with today's definitions: dataeng retry {retried} --definition latest");
        }

        var planning = await planner.PlanAsync(request, cancellationToken);
        if (planning.Plan is not { } plan)
        {
            throw Refused(request.Run, planning.Diagnostics);
        }

        foreach (var path in plan.Definitions.Keys)
        {
            if (TextOf(planning.Folder!, path) is { } text)
            {
                await store.WriteAsync(RunPaths.Definition(request.Run.ToString(), path), Encoding.UTF8.GetBytes(text), BlobCondition.None, cancellationToken);
            }
        }

        return plan;
    }

    private static string? TextOf(CustomerTree folder, string path) =>
        path == "customer.yml"
            ? folder.Customer.Text
            : folder.Texts.GetValueOrDefault(path) ?? folder.Pipelines.Values.FirstOrDefault(pipeline => pipeline.File == $"{folder.Id}/{path}")?.Text;

    private static StepFailedException Refused(RunIdentity run, IReadOnlyList<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Where(problem => problem.Severity == DiagnosticSeverity.Error).ToList();
        var more = errors.Count > 1 ? $" (and {errors.Count - 1} more)" : "";
        return StepFailedException.Terminal(
            "DE0920", FailureClass.Definition, $"{errors[0]}{more}", $"See all of them: dataeng validate {run.Customer}/{run.Pipeline}");
    }

    private static async Task<IReadOnlyDictionary<string, StepOutcome>> ReusedAsync(
        RunRequest request, RunPlan plan, IBlobStore store, CancellationToken cancellationToken)
    {
        if (request.RetryOf is not { } retried
            || await RecordStore.FindAsync(store, retried, cancellationToken) is not { } record
            || await PlanStore.FindAsync(store, retried, cancellationToken) is not { } before)
        {
            return new Dictionary<string, StepOutcome>(StringComparer.Ordinal);
        }

        var present = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var entry in store.ListAsync(RunPaths.StagedPrefix, cancellationToken))
        {
            present.Add(entry.Path);
        }

        var usable = record.Steps.Where(step => step.Datasets.All(dataset => present.Contains(dataset.Path))).ToList();
        return RetryReuse.Of(before, plan, usable, request.From ?? []);
    }

    private RunRecord Opened(RunRequest request, RunPlan plan) => new(
        request.Run, RunStatus.Running, request.Trigger, request.Interval, request.Variables, plan.Hash, request.RetryOf, services.Time.GetUtcNow(), null, [], null);

    private static StepOutline OutlineOf(Step step) => new(
        step.Name, ActivityNames.Of(step), [.. step.Needs.Select(need => need.Step)], step.Reads, step.Retry, step.Limits);
}
