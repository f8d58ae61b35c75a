using DataEngineer.Definitions.Model;
using DataEngineer.Definitions.Tree;
using DataEngineer.Planning.Queries;

namespace DataEngineer.Planning.Graph;

/// <summary>What waits for what in one pipeline, before steps are fused.</summary>
/// <param name="Pipeline">The pipeline's name.</param>
/// <param name="Steps">By name.</param>
/// <param name="Transforms">Their queries, by dataset; those without a file are left out.</param>
/// <param name="Assertions">In the order they are written; those whose dataset is not known are left out.</param>
public sealed record PipelineGraph(
    string Pipeline,
    IReadOnlyDictionary<string, GraphStep> Steps,
    IReadOnlyDictionary<string, GraphQuery> Transforms,
    IReadOnlyList<GraphAssertion> Assertions)
{
    /// <summary>Draws the graph; everything that is wrong with it is among the diagnostics.</summary>
    public static GraphResult Build(CustomerTree tree, Document<PipelineDefinition> pipeline, SqlAnalyzer analyzer) =>
        new GraphBuilder(tree, pipeline, analyzer).Build();
}
