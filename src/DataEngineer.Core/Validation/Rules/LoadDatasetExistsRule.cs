using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Naming;

namespace DataEngineer.Validation.Rules;

/// <summary>A load loads a dataset that the pipeline makes.</summary>
internal sealed class LoadDatasetExistsRule : IRule<PipelineScope>
{
    public string Code => "DE0210";

    public IEnumerable<Finding> Check(PipelineScope scope) =>
        from load in scope.Pipeline.Load
        let dataset = load.Value.Dataset ?? load.Key
        where dataset.Length > 0 && !scope.Datasets.Contains(dataset)
        let path = load.Value.Dataset is null ? $"load.{load.Key}" : $"load.{load.Key}.dataset"
        select new Finding(path, $"load '{load.Key}' loads dataset '{Shown.Text(dataset)}', which the pipeline does not make; it makes {Words.OrNone(scope.Datasets)}.",
            Suggestion.For(dataset, scope.Datasets) ?? (load.Value.Dataset is null ? "Name another with 'dataset:'." : null), AtKey: load.Value.Dataset is null);
}
