using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Model;
using DataEngineer.Definitions.Naming;
using DataEngineer.Definitions.Schema;
using DataEngineer.Definitions.Yaml;

namespace DataEngineer.Definitions.Binding;

/// <summary>A connection: type and max_concurrent, and the keys of the type's connector.</summary>
internal sealed class ConnectionShape : Shape
{
    /// <summary>The keys that every connection has.</summary>
    public static RecordShape Common { get; } = Shapes.OfRecord(typeof(CommonKeys));

    public override object Bind(YamlNode node, string path, BindingContext context)
    {
        if (node is not YamlMap map)
        {
            WrongKind(node, path, "a mapping with 'type'", context);
            return new ConnectionDefinition("", null, []);
        }

        var inner = context with { Templates = TemplateUse.Secrets };
        var isCommon = map.Entries.ToLookup(entry => IsCommon(entry.Key.Text, map));
        var common = (CommonKeys)Common.Bind(new YamlMap([.. isCommon[true]], map.Place), path, context);
        var options = new YamlMap([.. isCommon[false]], map.Place);
        if (context.Connectors.TryGetValue(common.Type, out var connector))
        {
            Shapes.OfRecord(connector.OptionsType).Bind(options, path, inner, [.. Common.Properties.Select(property => property.Key)]);
        }

        ReportSecretsInText(options, path, context);
        return new ConnectionDefinition(common.Type, common.MaxConcurrent, YamlJson.Of(options));
    }

    /// <summary>Where there is no type to ask whose key it is, a key that looks like a common one was meant as one.</summary>
    private static bool IsCommon(string key, YamlMap map)
    {
        var keys = Common.Properties.Select(property => property.Key).ToList();
        return keys.Contains(key, StringComparer.Ordinal)
            || (!map.Entries.Any(entry => entry.Key.Text == "type") && Suggestion.Nearest(key, keys) is not null);
    }

    private static void ReportSecretsInText(YamlNode node, string path, BindingContext context)
    {
        if (node is not YamlMap map)
        {
            return;
        }

        foreach (var (key, value) in map.Entries)
        {
            var inner = $"{path}.{key.Text}";
            if (SecretNames.IsSecret(key.Text) && value is YamlScalar { Type: not CoreType.Null } scalar && !Templates.Template.MayBeIn(scalar.Text))
            {
                context.Problems.Error(DiagnosticCodes.SecretInText, scalar.Place, $"{PathWords.Describe(inner)} is written out; definitions hold no secrets.",
                    $"Write \"{{{{ secrets.{key.Text.ToUpperInvariant()} }}}}\" and store the value under that name.");
            }

            ReportSecretsInText(value, inner, context);
        }
    }

    internal sealed record CommonKeys
    {
        /// <summary>The connector's name.</summary>
        [Required]
        public string Type { get; init; } = "";

        /// <summary>Steps that use the connection at once, over all runs on one host. Default: the connector's.</summary>
        [Range(1, 1000)]
        public int? MaxConcurrent { get; init; }
    }
}
