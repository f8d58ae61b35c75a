using DataEngineer.Definitions.Diagnostics;

namespace DataEngineer.Validation.Rules;

/// <summary>An assertion's name is given once in a pipeline.</summary>
internal sealed class AssertionNamedOnceRule : IRule<PipelineScope>
{
    public string Code => "DE0214";

    public IEnumerable<Finding> Check(PipelineScope scope)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < scope.Pipeline.Assert.Count; i++)
        {
            if (scope.Pipeline.Assert[i].Name is { Length: > 0 } name && !first.TryAdd(name, i))
            {
                yield return new Finding($"assert[{i}].name", $"assertion {i + 1} has the name '{Shown.Text(name)}' of assertion {first[name] + 1}.", "Give one of them another name.");
            }
        }
    }
}
