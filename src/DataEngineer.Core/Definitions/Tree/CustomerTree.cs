using DataEngineer.Definitions.Model;

namespace DataEngineer.Definitions.Tree;

/// <summary>One customer's folder.</summary>
/// <param name="Id">The folder's name.</param>
/// <param name="Customer">customer.yml.</param>
/// <param name="Pipelines">Those that were understood whole, by the name of their file without ending.</param>
/// <param name="Texts">Every .sql, .py and .yml text below the folder, by path relative to it.</param>
/// <param name="Files">Every path below the folder, data files included.</param>
public sealed record CustomerTree(
    string Id,
    Document<CustomerDefinition> Customer,
    IReadOnlyDictionary<string, Document<PipelineDefinition>> Pipelines,
    IReadOnlyDictionary<string, string> Texts,
    IReadOnlySet<string> Files)
{
    /// <summary>Pipelines with problems, as far as they could be understood: for rules to find more, never to be run.</summary>
    public IReadOnlyDictionary<string, Document<PipelineDefinition>> Incomplete { get; init; } =
        new Dictionary<string, Document<PipelineDefinition>>(StringComparer.Ordinal);
}
