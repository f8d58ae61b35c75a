using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Naming;

namespace DataEngineer.Validation.Rules;

/// <summary>depends_on names other datasets that the pipeline makes.</summary>
internal sealed class DependsOnExistsRule : IRule<PipelineScope>
{
    public string Code => "DE0216";

    public IEnumerable<Finding> Check(PipelineScope scope) =>
        from transform in scope.Pipeline.Transform
        from item in transform.Value.DependsOn.Select((name, index) => (Name: name, Path: $"transform.{transform.Key}.depends_on[{index}]"))
        where item.Name.Length > 0 && (item.Name == transform.Key || !scope.Datasets.Contains(item.Name))
        select item.Name == transform.Key
            ? new Finding(item.Path, $"transform '{transform.Key}' depends on itself.", "Remove the item.")
            : new Finding(item.Path,
                $"transform '{transform.Key}' depends on dataset '{Shown.Text(item.Name)}', which the pipeline does not make; it makes {Words.OrNone(scope.Datasets)}.",
                Suggestion.For(item.Name, scope.Datasets));
}
