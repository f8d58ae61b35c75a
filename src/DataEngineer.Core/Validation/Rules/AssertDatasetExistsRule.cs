using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Naming;

namespace DataEngineer.Validation.Rules;

/// <summary>An assertion judges a dataset that the pipeline makes; only one with sql may leave it out.</summary>
internal sealed class AssertDatasetExistsRule : IRule<PipelineScope>
{
    public string Code => "DE0211";

    public IEnumerable<Finding> Check(PipelineScope scope)
    {
        for (var i = 0; i < scope.Pipeline.Assert.Count; i++)
        {
            var assertion = scope.Pipeline.Assert[i];
            if (assertion.Dataset is { Length: > 0 } dataset && !scope.Datasets.Contains(dataset))
            {
                yield return new Finding($"assert[{i}].dataset",
                    $"assertion {i + 1} judges dataset '{Shown.Text(dataset)}', which the pipeline does not make; it makes {Words.OrNone(scope.Datasets)}.",
                    Suggestion.For(dataset, scope.Datasets));
            }
            else if (assertion.Dataset is null && assertion.Sql is null)
            {
                yield return new Finding($"assert[{i}]", $"assertion {i + 1} does not say which dataset it judges.", "Write 'dataset:' with a name.");
            }
        }
    }
}
