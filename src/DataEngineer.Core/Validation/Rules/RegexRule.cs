namespace DataEngineer.Validation.Rules;

/// <summary>The regex of a pattern check is a regular expression without look-around and back references.</summary>
internal sealed class RegexRule : IRule<PipelineScope>
{
    public string Code => "DE0222";

    public IEnumerable<Finding> Check(PipelineScope scope)
    {
        for (var i = 0; i < scope.Pipeline.Assert.Count; i++)
        {
            if (scope.Pipeline.Assert[i].Pattern is { Regex: { Length: > 0 } regex } && Patterns.Problem(regex) is { } problem)
            {
                yield return new Finding($"assert[{i}].pattern.regex", $"assertion {i + 1} has a regex that cannot be used: {problem}.",
                    "RE2 syntax, https://github.com/google/re2/wiki/Syntax; the whole value must match.");
            }
        }
    }
}
