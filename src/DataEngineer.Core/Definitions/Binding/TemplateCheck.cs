using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Naming;
using DataEngineer.Definitions.Templates;
using DataEngineer.Definitions.Yaml;

namespace DataEngineer.Definitions.Binding;

/// <summary>Judges the templates of a value by the place it stands in.</summary>
internal static class TemplateCheck
{
    public static bool Passes(YamlScalar scalar, string path, BindingContext context)
    {
        if (context.Templates == TemplateUse.Rendered || !Template.MayBeIn(scalar.Text))
        {
            return true;
        }

        if (context.Templates == TemplateUse.None)
        {
            context.Problems.Error(DiagnosticCodes.TemplateNotAllowed, scalar.Place, $"{PathWords.Has(path)} with a template, which is not rendered there.",
                path.EndsWith("sql", StringComparison.Ordinal) ? TemplateAdvice.ForSql(scalar.Text) : "Templates stand in file paths and, for secrets, in connections.");
            return false;
        }

        if (!Template.TryParse(scalar.Text, out var template, out var error))
        {
            context.Problems.Error(DiagnosticCodes.BadTemplate, scalar.Place, $"{PathWords.Has(path)} with a template that cannot be read: {error}.", Allowed(context.Templates));
            return false;
        }

        var foreign = template.References.FirstOrDefault(reference => !IsAllowed(reference.Root, context.Templates));
        if (foreign is not null)
        {
            context.Problems.Error(DiagnosticCodes.BadTemplate, scalar.Place, $"{PathWords.Has(path)} with the template '{foreign}'.", Allowed(context.Templates));
            return false;
        }

        return true;
    }

    private static bool IsAllowed(TemplateRoot root, TemplateUse use) => (root == TemplateRoot.Secrets) == (use == TemplateUse.Secrets);

    private static string Allowed(TemplateUse use) => use == TemplateUse.Secrets
        ? "Allowed here is {{ secrets.NAME }}."
        : "Allowed here are {{ interval.start }}, {{ interval.end }}, {{ variables.NAME }} and {{ run.id }}; the interval also with | date(\"yyyy-MM-dd\").";
}
