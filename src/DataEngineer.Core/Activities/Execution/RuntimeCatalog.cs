using DataEngineer.Activities.Extract;
using DataEngineer.Activities.Load;
using DataEngineer.Activities.Quality;
using DataEngineer.Activities.Transform;
using DataEngineer.Orchestration;
using DataEngineer.Orchestration.Ports;
using DataEngineer.Planning.Queries;
using DataEngineer.Runs;

namespace DataEngineer.Activities.Execution;

/// <summary>Everything durable that this software can do, for a host to run.</summary>
public static class RuntimeCatalog
{
    /// <summary>The orchestrations, and the activities over these services; its query parser lives as long as the catalogue.</summary>
    public static DurableCatalog Create(RuntimeServices services)
    {
        var plan = new PlanRunActivity(services, new RunPlanner(services.Pipelines, services.Connectors, new SqlAnalyzer()));
        var finish = new FinishRunActivity(services);
        var steps = new StepRunner(services, new StepActivities(new ExtractActivity(), new TransformActivity(), new AssertActivity(), new LoadActivity()));
        return new DurableCatalog(
            [OrchestrationRegistration.Of(RunPipeline.Name, RunPipeline.RunAsync)],
            [
                ActivityRegistration.Of<RunRequest, RunOutline>(ActivityNames.PlanRun, (_, request, cancellationToken) => plan.RunAsync(request, cancellationToken)),
                ActivityRegistration.Of<StepCall, StepOutcome>(ActivityNames.Extract, steps.RunAsync),
                ActivityRegistration.Of<StepCall, StepOutcome>(ActivityNames.Transform, steps.RunAsync),
                ActivityRegistration.Of<StepCall, StepOutcome>(ActivityNames.Assert, steps.RunAsync),
                ActivityRegistration.Of<StepCall, StepOutcome>(ActivityNames.Load, steps.RunAsync),
                ActivityRegistration.Of<RunFinish, RunRecord>(ActivityNames.FinishRun, (_, ended, cancellationToken) => finish.RunAsync(ended, cancellationToken)),
            ]);
    }
}
