using DataEngineer.Connections;
using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Tree;

namespace DataEngineer.Validation;

/// <summary>Holds a tree that was read against every rule.</summary>
public static class Validator
{
    /// <summary>
    /// Everything wrong with the tree, what reading found included, by file and place. Pure. Pipelines and customers that were read
    /// with problems are judged too, so that one call shows all.
    /// </summary>
    public static IReadOnlyList<Diagnostic> Validate(DefinitionTree tree, IReadOnlyList<IConnector> connectors)
    {
        var byType = connectors.ToDictionary(connector => connector.Type, StringComparer.Ordinal);
        var read = tree.Diagnostics.ToLookup(diagnostic => diagnostic.File, StringComparer.Ordinal);
        var found = new List<Diagnostic>(tree.Diagnostics);
        foreach (var customer in tree.Customers.Values.Concat(tree.Incomplete.Values))
        {
            found.AddRange(Apply(RuleCatalog.Customers, new CustomerScope(customer, byType), customer.Customer, read));
            foreach (var (name, pipeline) in customer.Pipelines.Concat(customer.Incomplete))
            {
                found.AddRange(Apply(RuleCatalog.Pipelines, new PipelineScope(name, customer, pipeline, byType), pipeline, read));
            }
        }

        return DiagnosticOrder.Sort(found);
    }

    private static IEnumerable<Diagnostic> Apply<TScope, T>(
        IReadOnlyList<IRule<TScope>> rules, TScope scope, Document<T> document, ILookup<string, Diagnostic> read)
    {
        var unread = new UnreadParts(document.Positions, read[document.File]);
        return
            from rule in rules
            from finding in rule.Check(scope)
            where !unread.Explain(finding)
            select ToDiagnostic(rule.Code, finding, document);
    }

    private static Diagnostic ToDiagnostic<T>(string code, Finding finding, Document<T> document)
    {
        var place = finding.In?.Position ?? (finding.AtKey ? document.Positions.KeyAt(finding.Path) : document.Positions.ValueAt(finding.Path));
        return new Diagnostic(code, finding.Severity, finding.In?.File ?? document.File, place.Line, place.Column, Shown.Line(finding.Message),
            finding.Fix is null ? null : Shown.Line(finding.Fix));
    }
}
