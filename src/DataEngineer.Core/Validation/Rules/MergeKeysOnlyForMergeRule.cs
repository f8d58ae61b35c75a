using DataEngineer.Definitions.Model;

namespace DataEngineer.Validation.Rules;

/// <summary>merge_strategy and primary_key stand only where write_disposition is merge.</summary>
internal sealed class MergeKeysOnlyForMergeRule : IRule<PipelineScope>
{
    public string Code => "DE0208";

    private static readonly string[] Keys = ["merge_strategy", "primary_key"];

    public IEnumerable<Finding> Check(PipelineScope scope) =>
        from load in scope.Pipeline.Load
        where load.Value.WriteDisposition != WriteDisposition.Merge
        from key in Keys
        let path = $"load.{load.Key}.{key}"
        where scope.IsGiven(path)
        select new Finding(path, $"load '{load.Key}' has {key}, which is for merge; its write_disposition is '{Words.Of(load.Value.WriteDisposition)}'.",
            $"Write 'write_disposition: merge', or remove {key}.", AtKey: true);
}
