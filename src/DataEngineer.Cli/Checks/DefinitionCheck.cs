using DataEngineer.Cli.Hosting;
using DataEngineer.Connectors;
using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Reading;
using DataEngineer.Definitions.Tree;
using DataEngineer.Planning.Graph;
using DataEngineer.Store;
using DataEngineer.Validation;

namespace DataEngineer.Cli.Checks;

/// <summary>Holds definitions against every rule, and draws the graphs of their queries.</summary>
internal sealed class DefinitionCheck(Head head)
{
    /// <summary>Every problem of what the target names; files relative to the target's tree.</summary>
    public async Task<IReadOnlyList<Diagnostic>> RunAsync(CheckTarget target, CancellationToken cancellationToken)
    {
        var store = new FolderStore(target.Tree, head.Stores.TempFolder);
        var tree = target.Customer is null
            ? await DefinitionReader.ReadAsync(store, ConnectorCatalog.All, cancellationToken)
            : await DefinitionReader.ReadCustomerAsync(store, target.Customer, ConnectorCatalog.All, cancellationToken);
        if (target.File is { } file && PipelineOf(tree, file) is { } pipeline)
        {
            var only = OnlyPipeline(tree, pipeline, file);
            return Problems(only);
        }

        return [.. Problems(tree).Where(problem => target.File is null || problem.File == target.File)];
    }

    private static List<Diagnostic> Problems(DefinitionTree tree) =>
    [
        .. Validator.Validate(tree, ConnectorCatalog.All)
            .Concat(GraphValidator.Validate(tree))
            .Distinct()
            .OrderBy(problem => problem.File, StringComparer.Ordinal)
            .ThenBy(problem => problem.Line)
            .ThenBy(problem => problem.Column)
            .ThenBy(problem => problem.Code, StringComparer.Ordinal),
    ];

    private static string? PipelineOf(DefinitionTree tree, string file) =>
        tree.Customers.Values.Concat(tree.Incomplete.Values)
            .SelectMany(customer => customer.Pipelines.Concat(customer.Incomplete))
            .FirstOrDefault(pipeline => pipeline.Value.File == file).Key;

    // A pipeline's problems may stand in its .sql files, so those of the others are left out rather than its own picked.
    private static DefinitionTree OnlyPipeline(DefinitionTree tree, string pipeline, string file)
    {
        return new DefinitionTree(Reduced(tree.Customers), [.. tree.Diagnostics.Where(problem => problem.File == file)]) { Incomplete = Reduced(tree.Incomplete) };

        Dictionary<string, CustomerTree> Reduced(IReadOnlyDictionary<string, CustomerTree> customers) => customers.ToDictionary(
            customer => customer.Key,
            customer => customer.Value with { Pipelines = Only(customer.Value.Pipelines), Incomplete = Only(customer.Value.Incomplete) },
            StringComparer.Ordinal);

        Dictionary<string, Document<T>> Only<T>(IReadOnlyDictionary<string, Document<T>> documents) =>
            documents.Where(document => document.Key == pipeline).ToDictionary(StringComparer.Ordinal);
    }
}
