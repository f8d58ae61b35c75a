using DataEngineer.Connections;
using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Model;
using DataEngineer.Definitions.Naming;
using DataEngineer.Failures;
using DataEngineer.Orchestration.Ports;
using DataEngineer.Planning.Fusion;
using DataEngineer.Planning.Graph;
using DataEngineer.Plans;

namespace DataEngineer.Planning.Steps;

/// <summary>Makes the steps of a plan from the graph: defaults applied, templates rendered, queries fused.</summary>
internal sealed class StepFactory(
    PlanRequest request,
    PipelineDefinition pipeline,
    IReadOnlyDictionary<string, IConnector> connectors,
    IReadOnlyDictionary<string, PlannedParameter> parameters,
    PlanProblems problems)
{
    private readonly RenderedPath _paths = new(request, parameters, problems);

    public IReadOnlyCollection<Step> Make(PipelineGraph graph, IReadOnlyList<FusedQuery> queries)
    {
        var steps = new List<Step>();
        steps.AddRange(pipeline.Extract.Select(extract => Extract(extract.Key, extract.Value)));
        steps.AddRange(queries.Select(fused => Transform(fused, graph)));
        steps.AddRange(graph.Assertions.GroupBy(assertion => assertion.Dataset, StringComparer.Ordinal).Select(judged => Assert(judged.Key, [.. judged], graph)));
        steps.AddRange(pipeline.Load.Select(load => Load(load.Key, load.Value, graph)));
        return steps;
    }

    private ExtractStep Extract(string dataset, ExtractDefinition extract)
    {
        var path = $"extract.{dataset}";
        var file = extract.File ?? new FileDefinition();
        var rendered = _paths.Render(file.Path, $"{path}.file.path");
        return new ExtractStep
        {
            Name = StepNames.Of(StepKind.Extract, dataset),
            Needs = [],
            Reads = [],
            Writes = [dataset],
            Retry = RetryPlans.Of(extract.Retry ?? pipeline.Defaults.Retry),
            Timeout = extract.Timeout ?? pipeline.Defaults.Timeout,
            Limits = Limits(extract.Connection, $"{path}.connection"),
            Dataset = dataset,
            Connection = extract.Connection,
            File = file with { Path = rendered, Format = file.Format ?? FileFormats.FromPath(rendered) },
            Columns = extract.Columns,
            Rejects = extract.Rejects,
        };
    }

    private TransformStep Transform(FusedQuery fused, PipelineGraph graph)
    {
        var members = fused.Datasets.ToHashSet(StringComparer.Ordinal);
        var inside = members.Select(member => StepNames.Of(StepKind.Transform, member)).ToHashSet(StringComparer.Ordinal);
        var parts = fused.Datasets.Select(dataset => graph.Steps[StepNames.Of(StepKind.Transform, dataset)]).ToList();
        var transform = pipeline.Transform[fused.Dataset];
        return new TransformStep
        {
            Name = StepNames.Of(StepKind.Transform, fused.Dataset),
            Needs = Edges(parts.SelectMany(part => part.Needs).Where(edge => !inside.Contains(edge.Step))),
            Reads = parts.SelectMany(part => part.Reads).Where(read => !members.Contains(read)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList(),
            Writes = [fused.Dataset],
            Retry = RetryPlans.Of(transform.Retry ?? pipeline.Defaults.Retry),
            Timeout = transform.Timeout ?? pipeline.Defaults.Timeout,
            Limits = [CustomerLimit()],
            Queries = fused.Datasets.Select(dataset => Query(dataset, graph.Transforms[dataset], isStaged: dataset == fused.Dataset)).ToList(),
        };
    }

    private AssertStep Assert(string dataset, IReadOnlyList<GraphAssertion> assertions, PipelineGraph graph)
    {
        var step = graph.Steps[StepNames.Of(StepKind.Assert, dataset)];
        return new AssertStep
        {
            Name = step.Name,
            Needs = Edges(step.Needs),
            Reads = step.Reads,
            Writes = assertions.Any(assertion => assertion.Quarantines) ? [dataset] : [],
            Retry = RetryPlans.Of(pipeline.Defaults.Retry),
            Timeout = pipeline.Defaults.Timeout,
            Limits = [CustomerLimit()],
            Dataset = dataset,
            Assertions = assertions.Select(Planned).ToList(),
        };
    }

    private LoadStep Load(string name, LoadDefinition load, PipelineGraph graph)
    {
        var step = graph.Steps[StepNames.Of(StepKind.Load, name)];
        return new LoadStep
        {
            Name = step.Name,
            Needs = Edges(step.Needs),
            Reads = step.Reads,
            Writes = [],
            Retry = RetryPlans.Of(load.Retry ?? pipeline.Defaults.Retry),
            Timeout = load.Timeout ?? pipeline.Defaults.Timeout,
            Limits = Limits(load.Target, $"load.{name}.target"),
            Load = name,
            Dataset = load.Dataset ?? name,
            Connection = load.Target,
            Table = load.Table ?? name,
            WriteDisposition = load.WriteDisposition,
            MergeStrategy = load.MergeStrategy,
            PrimaryKey = load.PrimaryKey,
            IntervalColumn = load.IntervalColumn,
        };
    }

    private static PlannedQuery Query(string dataset, GraphQuery query, bool isStaged) => new(dataset, query.Sql, Parameters(query), isStaged);

    private static PlannedAssertion Planned(GraphAssertion assertion) => new(
        assertion.Name,
        AssertionThresholds.Apply(assertion.Definition),
        assertion.Query?.Sql,
        assertion.Query is null ? [] : Parameters(assertion.Query),
        assertion.Definition.Class ?? FailureClass.Quality,
        assertion.File,
        assertion.Line);

    private static List<string> Parameters(GraphQuery query) =>
        query.Analysis.Parameters.Select(parameter => parameter.Name).Order(StringComparer.Ordinal).ToList();

    private static List<StepEdge> Edges(IEnumerable<GraphEdge> edges) => edges
        .GroupBy(edge => edge.Step, StringComparer.Ordinal)
        .OrderBy(edge => edge.Key, StringComparer.Ordinal)
        .Select(edge => new StepEdge(edge.Key, string.Join("; ", edge.Select(part => part.Reason).Distinct(StringComparer.Ordinal))))
        .ToList();

    private List<ConcurrencyLimit> Limits(string connection, string path)
    {
        var known = request.Tree.Customer.Model.Connections;
        if (!known.TryGetValue(connection, out var definition))
        {
            problems.Error(PlanningCodes.UnknownConnection, path, $"customer '{request.Tree.Id}' has no connection '{connection}'.", Suggestion.For(connection, known.Keys.Order(StringComparer.Ordinal)));
            return [];
        }

        if (!connectors.TryGetValue(definition.Type, out var connector))
        {
            problems.Error(PlanningCodes.UnknownConnection, path, $"connection '{connection}' is of type '{definition.Type}', which nothing here can open.", Suggestion.For(definition.Type, connectors.Keys.Order(StringComparer.Ordinal)));
            return [];
        }

        return [CustomerLimit(), new ConcurrencyLimit($"connection:{request.Tree.Id}/{connection}", definition.MaxConcurrent ?? connector.Capabilities.DefaultMaxConcurrent)];
    }

    private ConcurrencyLimit CustomerLimit() => new($"customer:{request.Tree.Id}", request.Tree.Customer.Model.Quotas.MaxConcurrentSteps);
}
