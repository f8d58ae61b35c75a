namespace DataEngineer.Validation.Rules;

/// <summary>A load names a connection that takes data.</summary>
internal sealed class TargetTakesLoadsRule : IRule<PipelineScope>
{
    public string Code => "DE0204";

    public IEnumerable<Finding> Check(PipelineScope scope) =>
        from load in scope.Pipeline.Load
        let connector = scope.ConnectorOf(load.Value.Target)
        where connector is not null && !connector.Capabilities.TakesLoads
        select new Finding($"load.{load.Key}.target",
            $"load '{load.Key}' has target '{load.Value.Target}', whose type {connector.Type} takes no data.",
            $"Name a connection of type {Words.Or(scope.Connectors.Values.Where(other => other.Capabilities.TakesLoads).Select(other => other.Type))}.");
}
