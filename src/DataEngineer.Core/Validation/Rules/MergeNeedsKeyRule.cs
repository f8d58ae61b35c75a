using DataEngineer.Definitions.Model;

namespace DataEngineer.Validation.Rules;

/// <summary>A merge load has a primary_key.</summary>
internal sealed class MergeNeedsKeyRule : IRule<PipelineScope>
{
    public string Code => "DE0207";

    public IEnumerable<Finding> Check(PipelineScope scope) =>
        from load in scope.Pipeline.Load
        where load.Value.WriteDisposition == WriteDisposition.Merge && load.Value.PrimaryKey.Count == 0
        select new Finding($"load.{load.Key}.write_disposition", $"load '{load.Key}' merges but has no primary_key to match rows by.",
            "Write 'primary_key: [column]', or another write_disposition.");
}
