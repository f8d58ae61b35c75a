using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Model;
using DataEngineer.Definitions.Naming;
using DataEngineer.Planning.Fusion;
using DataEngineer.Planning.Graph;
using DataEngineer.Planning.Queries;
using DataEngineer.Planning.Steps;
using DataEngineer.Planning.Variables;
using DataEngineer.Plans;

namespace DataEngineer.Planning;

/// <summary>
/// Makes the plan of a run from a validated tree. Pure: the same definitions, interval and variables give the same plan, in whatever
/// order their entries are written.
/// </summary>
public sealed class Planner(SqlAnalyzer analyzer)
{
    /// <summary>The plan, or every problem that stands against it.</summary>
    public PlanResult Plan(PlanRequest request)
    {
        if (!request.Tree.Pipelines.TryGetValue(request.Run.Pipeline, out var pipeline))
        {
            return new PlanResult(Plan: null, [NoPipeline(request)]);
        }

        var (graph, found) = PipelineGraph.Build(request.Tree, pipeline, analyzer);
        var problems = new PlanProblems(pipeline, found);
        CheckInterval(request, pipeline.Model, problems);
        var parameters = VariableBinder.Bind(request, pipeline.Model, problems);
        if (problems.HasErrors)
        {
            return new PlanResult(Plan: null, problems.Found);
        }

        var connectors = request.Connectors.ToDictionary(connector => connector.Type, StringComparer.Ordinal);
        var steps = StepOrder.Of(new StepFactory(request, pipeline.Model, connectors, parameters, problems).Make(graph, FusedQuery.Of(graph, pipeline.Model)));
        if (problems.HasErrors)
        {
            return new PlanResult(Plan: null, problems.Found);
        }

        var quotas = request.Tree.Customer.Model.Quotas;
        var plan = new RunPlan(
            request.Run,
            Hash: "",
            request.Interval,
            parameters,
            Connections(request.Tree.Customer.Model, steps),
            DefinitionHashes.Of(request.Tree, pipeline, graph),
            quotas.Memory,
            quotas.Threads,
            steps);
        return new PlanResult(plan with { Hash = PlanContent.Hash(plan) }, problems.Found);
    }

    private static void CheckInterval(PlanRequest request, PipelineDefinition pipeline, PlanProblems problems)
    {
        if (pipeline.Schedule is null && request.Interval is not null)
        {
            problems.Error(PlanningCodes.IntervalNeeded, "", $"pipeline '{pipeline.Pipeline}' has no schedule, so its runs cover no interval.", "Leave the interval out, or add a schedule.");
        }
        else if (pipeline.Schedule is not null && request.Interval is null)
        {
            problems.Error(PlanningCodes.IntervalNeeded, "schedule", $"a run of pipeline '{pipeline.Pipeline}' covers an interval of its schedule, and none was given.", "Name one: --interval.");
        }
    }

    private static SortedDictionary<string, PlannedConnection> Connections(CustomerDefinition customer, IReadOnlyList<Step> steps)
    {
        var connections = new SortedDictionary<string, PlannedConnection>(StringComparer.Ordinal);
        foreach (var name in steps.Select(ConnectionOf).OfType<string>())
        {
            var definition = customer.Connections[name];
            connections[name] = new PlannedConnection(name, definition.Type, definition.Options);
        }

        return connections;
    }

    private static string? ConnectionOf(Step step) => step switch
    {
        ExtractStep extract => extract.Connection,
        LoadStep load => load.Connection,
        TransformStep or AssertStep => null,
        _ => throw new InvalidOperationException($"Unknown step {step.GetType().Name}."),
    };

    private static Diagnostic NoPipeline(PlanRequest request)
    {
        var names = request.Tree.Pipelines.Keys.Order(StringComparer.Ordinal).ToList();
        var has = names.Count == 0 ? "no pipelines that can be run" : string.Join(", ", names);
        return new Diagnostic(
            PlanningCodes.UnknownPipeline, DiagnosticSeverity.Error, request.Tree.Customer.File, 0, 0,
            $"customer '{request.Tree.Id}' has no pipeline '{request.Run.Pipeline}' that can be run; it has {has}.", Suggestion.For(request.Run.Pipeline, names));
    }
}
