namespace DataEngineer.Validation.Rules;

/// <summary>A load's write_disposition is one that its target supports.</summary>
internal sealed class WriteDispositionSupportedRule : IRule<PipelineScope>
{
    public string Code => "DE0205";

    public IEnumerable<Finding> Check(PipelineScope scope) =>
        from load in scope.Pipeline.Load
        let connector = scope.ConnectorOf(load.Value.Target)
        where connector is not null && connector.Capabilities.TakesLoads && !connector.Capabilities.WriteDispositions.Contains(load.Value.WriteDisposition)
        select new Finding($"load.{load.Key}.write_disposition",
            $"load '{load.Key}' has write_disposition '{Words.Of(load.Value.WriteDisposition)}'; "
            + $"target '{load.Value.Target}' supports {Words.List(connector.Capabilities.WriteDispositions)}.");
}
