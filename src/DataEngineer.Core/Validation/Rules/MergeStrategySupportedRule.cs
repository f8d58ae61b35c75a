using DataEngineer.Definitions.Model;

namespace DataEngineer.Validation.Rules;

/// <summary>A merge load's merge_strategy is one that its target supports.</summary>
internal sealed class MergeStrategySupportedRule : IRule<PipelineScope>
{
    public string Code => "DE0206";

    public IEnumerable<Finding> Check(PipelineScope scope) =>
        from load in scope.Pipeline.Load
        where load.Value.WriteDisposition == WriteDisposition.Merge
        let connector = scope.ConnectorOf(load.Value.Target)
        where connector is not null && connector.Capabilities.WriteDispositions.Contains(WriteDisposition.Merge)
            && !connector.Capabilities.MergeStrategies.Contains(load.Value.MergeStrategy)
        select new Finding($"load.{load.Key}.merge_strategy",
            $"load '{load.Key}' has merge_strategy '{Words.Of(load.Value.MergeStrategy)}'; "
            + $"target '{load.Value.Target}' supports {Words.List(connector.Capabilities.MergeStrategies)}.");
}
