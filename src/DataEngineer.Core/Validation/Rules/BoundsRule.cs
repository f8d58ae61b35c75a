using DataEngineer.Definitions.Model;

namespace DataEngineer.Validation.Rules;

/// <summary>The min of a row_count or range check is not greater than its max, and both are of one kind.</summary>
internal sealed class BoundsRule : IRule<PipelineScope>
{
    public string Code => "DE0221";

    public IEnumerable<Finding> Check(PipelineScope scope) =>
        scope.Pipeline.Assert.SelectMany((assertion, index) => RowCount(assertion, index).Concat(Range(assertion, index)));

    private static IEnumerable<Finding> RowCount(AssertDefinition assertion, int index)
    {
        if (assertion.RowCount is { Min: { } min, Max: { } max } && min > max)
        {
            yield return new Finding($"assert[{index}].row_count.min", $"assertion {index + 1} has row_count.min {min}, which is greater than its max {max}.");
        }
    }

    private static IEnumerable<Finding> Range(AssertDefinition assertion, int index)
    {
        var problem = assertion.Range is { } range ? Bounds.Problem(range.Min, range.Max) : null;
        if (problem is not null)
        {
            yield return new Finding($"assert[{index}].range.{(assertion.Range!.Min is null ? "max" : "min")}", $"assertion {index + 1} has a range whose {problem}.");
        }
    }
}
