using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Naming;

namespace DataEngineer.Validation.Rules;

/// <summary>A connection that a pipeline names is in its customer.yml.</summary>
internal sealed class ConnectionExistsRule : IRule<PipelineScope>
{
    public string Code => "DE0202";

    public IEnumerable<Finding> Check(PipelineScope scope)
    {
        var connections = scope.Customer.Customer.Model.Connections.Keys;
        var used = scope.Pipeline.Extract.Select(entry => (Path: $"extract.{entry.Key}.connection", Step: $"extract '{entry.Key}'", Key: "connection", Name: entry.Value.Connection))
            .Concat(scope.Pipeline.Load.Select(entry => (Path: $"load.{entry.Key}.target", Step: $"load '{entry.Key}'", Key: "target", Name: entry.Value.Target)));
        return used
            .Where(use => use.Name.Length > 0 && !connections.Contains(use.Name, StringComparer.Ordinal))
            .Select(use => new Finding(use.Path,
                $"{use.Step} has {use.Key} '{Shown.Text(use.Name)}', which {scope.Customer.Customer.File} does not have; it has {Words.OrNone(connections)}.",
                Suggestion.For(use.Name, connections)));
    }
}
