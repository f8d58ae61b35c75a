using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Naming;
using DataEngineer.Definitions.Scalars;
using DataEngineer.Definitions.Yaml;

namespace DataEngineer.Definitions.Binding;

/// <summary>A single value.</summary>
internal sealed class ScalarShape(ScalarType type) : Shape
{
    public ScalarType Type { get; } = type;

    public override object? Bind(YamlNode node, string path, BindingContext context)
    {
        if (node is not YamlScalar scalar)
        {
            WrongKind(node, path, Type.Expected, context);
            return Type.Fallback;
        }

        if (scalar.Type == CoreType.Null)
        {
            NoValue(scalar, path, context);
            return Type.Fallback;
        }

        if (!TemplateCheck.Passes(scalar, path, context))
        {
            return Type.Fallback;
        }

        if (Type.Read(scalar) is { } value)
        {
            return value;
        }

        var shown = context.Show(path, scalar.Text);
        if (Type.Words is { } words)
        {
            context.Problems.Error(DiagnosticCodes.NotAllowed, scalar.Place, $"{PathWords.Has(path)} {shown}; allowed are {string.Join(", ", words)}.", Type.Advise(scalar));
        }
        else
        {
            context.Problems.Error(DiagnosticCodes.WrongValue, scalar.Place, $"{PathWords.Has(path)} {shown}, which is not {Type.Expected}.", Advice(scalar, context));
        }

        return Type.Fallback;
    }

    private string? Advice(YamlScalar scalar, BindingContext context) => context.HideValues ? null : Type.Advise(scalar);
}
