using DataEngineer.Definitions.Naming;
using DataEngineer.Definitions.Templates;

namespace DataEngineer.Validation.Rules;

/// <summary>A template names variables that the pipeline has, and the interval only where there is a schedule.</summary>
internal sealed class TemplateReferenceRule : IRule<PipelineScope>
{
    public string Code => "DE0235";

    public IEnumerable<Finding> Check(PipelineScope scope) =>
        from extract in scope.Pipeline.Extract
        let path = extract.Value.File?.Path
        where path is not null && Template.MayBeIn(path)
        from finding in Check(scope, $"extract.{extract.Key}.file.path", path)
        select finding;

    private static IEnumerable<Finding> Check(PipelineScope scope, string path, string text)
    {
        if (!Template.TryParse(text, out var template, out _))
        {
            yield break;
        }

        foreach (var reference in template.References)
        {
            if (reference.Root == TemplateRoot.Variables && !scope.Pipeline.Variables.ContainsKey(reference.Name))
            {
                yield return new Finding(path, $"{PathWords.Has(path)} with the template '{reference}', but the pipeline has no such variable; it has {Words.OrNone(scope.Pipeline.Variables.Keys)}.",
                    Suggestion.For(reference.Name, scope.Pipeline.Variables.Keys));
            }
            else if (reference.Root == TemplateRoot.Interval && scope.Pipeline.Schedule is null)
            {
                yield return new Finding(path, $"{PathWords.Has(path)} with the template '{reference}', but the pipeline has no schedule, so its runs have no interval.", "Add a schedule.");
            }
        }
    }
}
