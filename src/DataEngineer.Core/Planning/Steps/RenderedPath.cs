using System.Globalization;
using System.Text.Json;
using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Templates;
using DataEngineer.Plans;

namespace DataEngineer.Planning.Steps;

/// <summary>Puts a run's values into the templates of a path. Secrets are no part of a plan.</summary>
internal sealed class RenderedPath(PlanRequest request, IReadOnlyDictionary<string, PlannedParameter> parameters, PlanProblems problems)
{
    public string Render(string text, string path)
    {
        if (!Template.MayBeIn(text))
        {
            return text;
        }

        if (!Template.TryParse(text, out var template, out var error))
        {
            problems.Error(PlanningCodes.Template, path, $"the template cannot be read: {error}.");
            return text;
        }

        if (template.References.FirstOrDefault(reference => Value(reference) is null) is { } missing)
        {
            problems.Error(PlanningCodes.Template, path, $"the template's '{missing}' has no value in this run.");
            return text;
        }

        return template.Render(Value);
    }

    private object? Value(TemplateReference reference) => reference.Root switch
    {
        TemplateRoot.Interval => reference.Name == "start" ? request.Interval?.Start : request.Interval?.End,
        TemplateRoot.Variables => parameters.TryGetValue(reference.Name, out var parameter) ? Written(parameter) : null,
        TemplateRoot.Run => request.Run.ToString(),
        TemplateRoot.Secrets => null,
        _ => throw new InvalidOperationException($"Unknown template root {reference.Root}."),
    };

    private static string Written(PlannedParameter parameter) => parameter.Value.GetValueKind() switch
    {
        JsonValueKind.String => parameter.Value.GetValue<string>(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => string.Create(CultureInfo.InvariantCulture, $"{parameter.Value}"),
    };
}
