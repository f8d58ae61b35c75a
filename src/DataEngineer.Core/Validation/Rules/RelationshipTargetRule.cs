using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Naming;

namespace DataEngineer.Validation.Rules;

/// <summary>The to of a relationships check is dataset.column, of a dataset that the pipeline makes.</summary>
internal sealed class RelationshipTargetRule : IRule<PipelineScope>
{
    public string Code => "DE0212";

    public IEnumerable<Finding> Check(PipelineScope scope)
    {
        for (var i = 0; i < scope.Pipeline.Assert.Count; i++)
        {
            if (scope.Pipeline.Assert[i].Relationships is not { To: { Length: > 0 } to })
            {
                continue;
            }

            var parts = to.Split('.');
            if (parts.Length != 2 || parts[0].Length == 0 || parts[1].Length == 0)
            {
                yield return new Finding($"assert[{i}].relationships.to", $"assertion {i + 1} has relationships.to '{Shown.Text(to)}', which is not dataset.column.", "Write it as customers.id.");
            }
            else if (!scope.Datasets.Contains(parts[0]))
            {
                yield return new Finding($"assert[{i}].relationships.to",
                    $"assertion {i + 1} refers to dataset '{Shown.Text(parts[0])}', which the pipeline does not make; it makes {Words.OrNone(scope.Datasets)}.",
                    Suggestion.For(parts[0], scope.Datasets));
            }
        }
    }
}
