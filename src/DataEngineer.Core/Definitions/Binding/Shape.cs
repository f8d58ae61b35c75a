using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Naming;
using DataEngineer.Definitions.Yaml;

namespace DataEngineer.Definitions.Binding;

/// <summary>What a value of the model looks like in YAML, and how it is bound.</summary>
internal abstract class Shape
{
    /// <summary>The value, or where a problem was reported something to go on with.</summary>
    public abstract object? Bind(YamlNode node, string path, BindingContext context);

    /// <summary>Reports a value of another kind than belongs here.</summary>
    protected static void WrongKind(YamlNode node, string path, string expected, BindingContext context)
    {
        if (node is YamlScalar { Type: CoreType.Null })
        {
            NoValue(node, path, context);
            return;
        }

        var kind = node switch
        {
            YamlMap => "a mapping",
            YamlList => "a list",
            _ => "a single value",
        };
        context.Problems.Error(DiagnosticCodes.WrongKind, node.Place, $"{PathWords.Describe(path)} is {kind}; it takes {expected}.", BindingContext.KindAdvice(node, expected));
    }

    /// <summary>Reports a key with nothing after it.</summary>
    protected static void NoValue(YamlNode node, string path, BindingContext context) =>
        context.Problems.Error(DiagnosticCodes.NoValue, node.Place, $"{PathWords.Describe(path)} has no value.", "Write one, or leave the key out.");
}
