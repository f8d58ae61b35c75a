using DataEngineer.Connections;
using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Yaml;

namespace DataEngineer.Definitions.Binding;

/// <summary>What binding a file carries along.</summary>
/// <param name="Connectors">By type; connections of other types keep their options unchecked.</param>
/// <param name="Templates">What templates may stand for here.</param>
/// <param name="HideValues">True where every value may hold a resolved secret.</param>
internal sealed record BindingContext(
    Problems Problems,
    IReadOnlyDictionary<string, IConnector> Connectors,
    TemplateUse Templates = TemplateUse.None,
    bool HideValues = false)
{
    /// <summary>The value for a message.</summary>
    public string Show(string path, string text) => HideValues ? "a value that is not shown" : Shown.Value(path, text);

    /// <summary>What to do where a kind of value stands for another.</summary>
    public static string? KindAdvice(YamlNode node, string expected) => node switch
    {
        YamlScalar when expected.StartsWith("a list", StringComparison.Ordinal) => "Put it into brackets: [ … ].",
        YamlMap { Entries: [{ Key.Text: var key }] } when key.StartsWith('{') || key.Contains("{{", StringComparison.Ordinal) => "Put a template into quotes.",
        YamlMap map when map.Entries.Count == 0 && expected.StartsWith("a list", StringComparison.Ordinal) => "Write [].",
        YamlList { Items.Count: 1 } when expected.StartsWith("text", StringComparison.Ordinal) => "Write the item without brackets.",
        _ => null,
    };
}
