using DataEngineer.Definitions.Model;

namespace DataEngineer.Validation.Rules;

/// <summary>Only checks that fail by row quarantine rows; row_count and freshness judge a dataset as a whole.</summary>
internal sealed class QuarantineRule : IRule<PipelineScope>
{
    public string Code => "DE0239";

    public IEnumerable<Finding> Check(PipelineScope scope)
    {
        for (var i = 0; i < scope.Pipeline.Assert.Count; i++)
        {
            var assertion = scope.Pipeline.Assert[i];
            if (assertion.OnFailure == FailureAction.Quarantine && (assertion.RowCount is not null || assertion.Freshness is not null))
            {
                yield return new Finding($"assert[{i}].on_failure",
                    $"assertion {i + 1} would quarantine rows, but {(assertion.RowCount is null ? "freshness" : "row_count")} judges the dataset as a whole.",
                    "Allowed are block and continue.");
            }
        }
    }
}
