using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Model;
using DataEngineer.Definitions.Naming;
using DataEngineer.Plans;
using DataEngineer.Validation;

namespace DataEngineer.Planning.Variables;

/// <summary>Gives every variable of a pipeline its value, and the interval's bounds theirs.</summary>
internal static class VariableBinder
{
    private const string Moment = "yyyy-MM-dd'T'HH:mm:sszzz";

    public static SortedDictionary<string, PlannedParameter> Bind(PlanRequest request, PipelineDefinition pipeline, PlanProblems problems)
    {
        var parameters = new SortedDictionary<string, PlannedParameter>(StringComparer.Ordinal);
        foreach (var name in request.Variables.Keys.Order(StringComparer.Ordinal).Where(name => !pipeline.Variables.ContainsKey(name)))
        {
            var known = pipeline.Variables.Keys.Order(StringComparer.Ordinal).ToList();
            var has = known.Count == 0 ? "it has none" : $"it has {string.Join(", ", known)}";
            problems.Error(
                PlanningCodes.UnknownVariable, "variables", $"the run was given variable '{Shown.Text(name)}', which pipeline '{pipeline.Pipeline}' does not have; {has}.",
                Suggestion.For(name, known));
        }

        foreach (var (name, variable) in pipeline.Variables.OrderBy(variable => variable.Key, StringComparer.Ordinal))
        {
            if (Value(request, name, variable, problems) is { } value)
            {
                parameters[name] = new PlannedParameter(variable.Type, value);
            }
        }

        if (request.Interval is { } interval)
        {
            parameters[IntervalParameters.Start] = Bound(interval.Start);
            parameters[IntervalParameters.End] = Bound(interval.End);
        }

        return parameters;
    }

    private static JsonValue? Value(PlanRequest request, string name, VariableDefinition variable, PlanProblems problems)
    {
        if (request.Variables.TryGetValue(name, out var given))
        {
            var value = Typed(variable.Type, given);
            if (VariableValue.Problem(variable, value) is not { } problem)
            {
                return value;
            }

            problems.Error(PlanningCodes.WrongVariable, $"variables.{name}", $"variable '{name}' was given a value that {problem}.");
            return null;
        }

        if (variable.Default is null)
        {
            problems.Error(
                PlanningCodes.MissingVariable, $"variables.{name}", $"variable '{name}' has no default, and the run was given no value.", $"Give it one: --var {name}=VALUE.");
        }

        return variable.Default;
    }

    /// <summary>Text for a variable of another type is what a command line gives; it is read as that type where it can be.</summary>
    private static JsonValue Typed(VariableType type, JsonValue given)
    {
        if (given.GetValueKind() != JsonValueKind.String)
        {
            return given;
        }

        var text = given.GetValue<string>();
        return type switch
        {
            VariableType.Integer when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => Json(whole.ToString(CultureInfo.InvariantCulture)),
            VariableType.Number when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => Json(number.ToString("R", CultureInfo.InvariantCulture)),
            VariableType.Boolean when bool.TryParse(text, out var truth) => Json(truth ? "true" : "false"),
            _ => given,
        };
    }

    private static JsonValue Json(string text) => JsonNode.Parse(text)!.AsValue();

    private static PlannedParameter Bound(DateTimeOffset time) =>
        new(Type: null, JsonValue.Create(time.ToString(Moment, CultureInfo.InvariantCulture)));
}
