using DataEngineer.Definitions.Model;

namespace DataEngineer.Validation.Rules;

/// <summary>A variable's default, enum, minimum, maximum and pattern fit its type and one another.</summary>
internal sealed class VariableRule : IRule<PipelineScope>
{
    public string Code => "DE0220";

    public IEnumerable<Finding> Check(PipelineScope scope) =>
        from variable in scope.Pipeline.Variables
        where scope.IsGiven($"variables.{variable.Key}.type")
        from finding in Check(variable.Key, variable.Value)
        select finding;

    private static IEnumerable<Finding> Check(string name, VariableDefinition variable)
    {
        var path = $"variables.{name}";
        var isNumber = variable.Type is VariableType.Integer or VariableType.Number;
        if (!isNumber && (variable.Minimum ?? variable.Maximum) is not null)
        {
            yield return new Finding($"{path}.{(variable.Minimum is null ? "maximum" : "minimum")}",
                $"variable '{name}' is of type {Words.Of(variable.Type)}, which has no minimum or maximum; integer and number have.", AtKey: true);
        }

        if (variable.Minimum > variable.Maximum)
        {
            yield return new Finding($"{path}.minimum", $"variable '{name}' has minimum {variable.Minimum}, which is greater than its maximum {variable.Maximum}.");
        }

        if (variable.Pattern is { } pattern && (variable.Type != VariableType.String || Patterns.Problem(pattern) is not null))
        {
            yield return new Finding($"{path}.pattern", variable.Type == VariableType.String
                ? $"variable '{name}' has a pattern that is not a regular expression: {Patterns.Problem(pattern)}."
                : $"variable '{name}' is of type {Words.Of(variable.Type)}, which has no pattern; string has.");
            yield break;
        }

        for (var i = 0; i < variable.Enum.Count; i++)
        {
            if (VariableValue.TypeProblem(variable, variable.Enum[i]) is { } problem)
            {
                yield return new Finding($"{path}.enum[{i}]", $"variable '{name}' has an enum item that {problem}.");
            }
        }

        if (variable.Default is not null && VariableValue.Problem(variable, variable.Default) is { } misfit)
        {
            yield return new Finding($"{path}.default", $"variable '{name}' has a default that {misfit}.");
        }
    }
}
