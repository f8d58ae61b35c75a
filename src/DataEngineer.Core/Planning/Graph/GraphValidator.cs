using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Tree;
using DataEngineer.Planning.Queries;

namespace DataEngineer.Planning.Graph;

/// <summary>Reads the queries and draws the graphs of all pipelines of a tree, for what is wrong with them.</summary>
public static class GraphValidator
{
    private static readonly HashSet<string> FoundByRules = new(
        [
            PlanningCodes.SqlFileMissing, PlanningCodes.UnknownDataset, PlanningCodes.DatasetMadeTwice, PlanningCodes.AssertionNamedTwice,
            PlanningCodes.ReservedVariable,
        ],
        StringComparer.Ordinal);

    /// <summary>Every problem but those that rules find already; pipelines that were not understood whole are judged as far as they were.</summary>
    public static IReadOnlyList<Diagnostic> Validate(DefinitionTree tree, SqlAnalyzer analyzer)
    {
        var pipelines = tree.Customers.Values.Concat(tree.Incomplete.Values)
            .SelectMany(customer => customer.Pipelines.Values.Concat(customer.Incomplete.Values), (customer, pipeline) => (Tree: customer, Document: pipeline))
            .OrderBy(pipeline => pipeline.Document.File, StringComparer.Ordinal)
            .ToList();
        analyzer.Prepare(pipelines.SelectMany(pipeline => QueryCatalog.Texts(new PipelineSource(pipeline.Tree, pipeline.Document))));
        return pipelines
            .SelectMany(pipeline => PipelineGraph.Build(pipeline.Tree, pipeline.Document, analyzer).Diagnostics)
            .Where(problem => !FoundByRules.Contains(problem.Code))
            .Distinct()
            .ToList();
    }

    /// <summary>As above, with an analyzer of its own.</summary>
    public static IReadOnlyList<Diagnostic> Validate(DefinitionTree tree)
    {
        using var analyzer = new SqlAnalyzer();
        return Validate(tree, analyzer);
    }
}
