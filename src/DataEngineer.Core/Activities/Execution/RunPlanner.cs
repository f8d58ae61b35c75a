using DataEngineer.Connections;
using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Reading;
using DataEngineer.Definitions.Tree;
using DataEngineer.Planning;
using DataEngineer.Planning.Queries;
using DataEngineer.Runs;
using DataEngineer.Store;
using DataEngineer.Validation;

namespace DataEngineer.Activities.Execution;

/// <summary>
/// From the pipelines tree to one run's plan: reads the customer's folder, holds the pipeline against every rule, and plans it. Problems of
/// other pipelines do not stand in the way.
/// </summary>
/// <param name="pipelines">The pipelines tree.</param>
public sealed class RunPlanner(IBlobStore pipelines, IReadOnlyList<IConnector> connectors, SqlAnalyzer analyzer)
{
    /// <summary>The plan with the folder it was made from, or every problem that stands against it.</summary>
    public async Task<RunPlanning> PlanAsync(RunRequest request, CancellationToken cancellationToken)
    {
        var run = request.Run;
        var tree = await DefinitionReader.ReadCustomerAsync(pipelines, run.Customer, connectors, cancellationToken);
        var folder = tree.Customers.GetValueOrDefault(run.Customer) ?? tree.Incomplete.GetValueOrDefault(run.Customer);
        if (folder is null)
        {
            return new RunPlanning(null, null, [.. tree.Diagnostics, NoCustomer(run.Customer)]);
        }

        var about = Only(tree, folder, run.Pipeline);
        var problems = Validator.Validate(about, connectors);
        if (problems.Any(problem => problem.Severity == DiagnosticSeverity.Error))
        {
            return new RunPlanning(null, folder, problems);
        }

        var planned = new Planner(analyzer).Plan(new PlanRequest(folder, run, request.Interval, request.Variables, connectors));
        return new RunPlanning(planned.Plan, folder, DiagnosticOrder.Sort([.. problems, .. planned.Diagnostics]));
    }

    private static DefinitionTree Only(DefinitionTree tree, CustomerTree folder, string pipeline)
    {
        var kept = folder with { Pipelines = Only(folder.Pipelines, pipeline), Incomplete = Only(folder.Incomplete, pipeline) };
        var files = kept.Pipelines.Concat(kept.Incomplete).Select(entry => entry.Value.File).Append(folder.Customer.File).Append($"{folder.Id}/{pipeline}.yml").ToHashSet(StringComparer.Ordinal);
        var single = new Dictionary<string, CustomerTree>(StringComparer.Ordinal) { [folder.Id] = kept };
        var none = new Dictionary<string, CustomerTree>(StringComparer.Ordinal);
        var isWhole = tree.Customers.ContainsKey(folder.Id);
        return new DefinitionTree(isWhole ? single : none, [.. tree.Diagnostics.Where(problem => files.Contains(problem.File))]) { Incomplete = isWhole ? none : single };
    }

    private static Dictionary<string, Document<T>> Only<T>(IReadOnlyDictionary<string, Document<T>> documents, string name) =>
        documents.Where(entry => entry.Key == name).ToDictionary(StringComparer.Ordinal);

    private Diagnostic NoCustomer(string customer) => new(
        "DE0921", DiagnosticSeverity.Error, $"{customer}/customer.yml", 0, 0, $"{pipelines.Location} has no customer '{customer}'.", "Make its folder, with a customer.yml.");
}
