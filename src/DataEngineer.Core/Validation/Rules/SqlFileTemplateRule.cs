using DataEngineer.Definitions.Model;
using DataEngineer.Definitions.Templates;
using DataEngineer.Definitions.Tree;

namespace DataEngineer.Validation.Rules;

/// <summary>A .sql file holds no templates; values reach SQL as bound parameters.</summary>
internal sealed class SqlFileTemplateRule : IRule<PipelineScope>
{
    public string Code => "DE0236";

    public IEnumerable<Finding> Check(PipelineScope scope) =>
        from sql in scope.SqlReferences().Select(reference => reference.Sql).Distinct(StringComparer.Ordinal)
        where SqlReference.IsPath(sql)
        let text = scope.SqlText(sql)
        where text is not null && Template.MayBeIn(text)
        let at = FirstTemplate(text)
        select new Finding("", "the query holds a template, which is not rendered in SQL.", TemplateAdvice.ForSql(text),
            In: new FilePlace($"{scope.Customer.Id}/{sql}", PlaceOf(text, at)));

    private static int FirstTemplate(string text)
    {
        var value = text.IndexOf("{{", StringComparison.Ordinal);
        var statement = text.IndexOf("{%", StringComparison.Ordinal);
        return value < 0 ? statement : statement < 0 ? value : Math.Min(value, statement);
    }

    private static SourcePosition PlaceOf(string text, int at) =>
        new(text.AsSpan(0, at).Count('\n') + 1, at - text.LastIndexOf('\n', Math.Max(at - 1, 0)));
}
