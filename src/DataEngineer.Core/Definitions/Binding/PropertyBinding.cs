using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Naming;
using DataEngineer.Definitions.Schema;
using DataEngineer.Definitions.Yaml;

namespace DataEngineer.Definitions.Binding;

/// <summary>Binds the value of one key and holds it against the property's attributes.</summary>
internal static partial class PropertyBinding
{
    public static object? Bind(PropertyShape property, YamlNode node, string path, BindingContext context)
    {
        var problemsBefore = context.Problems.Found.Count;
        var inner = property.IsTemplate && context.Templates == TemplateUse.None ? context with { Templates = TemplateUse.Values } : context;
        var value = property.Shape.Bind(node, path, inner);
        if (property.KeysAreNames && node is YamlMap map)
        {
            foreach (var entry in map.Entries.Where(entry => !IsName(entry.Key.Text)))
            {
                NotAName(entry.Key, path.Length == 0 ? property.Key : path, context);
            }
        }

        if (context.Problems.Found.Count == problemsBefore)
        {
            CheckValue(property, value, node, path, context);
        }

        return value;
    }

    private static void CheckValue(PropertyShape property, object? value, YamlNode node, string path, BindingContext context)
    {
        if (value is string { Length: 0 } && (property.IsRequired || property.IsName))
        {
            context.Problems.Error(DiagnosticCodes.NoValue, node.Place, $"{PathWords.Describe(path)} is empty.", "Write a value.");
        }
        else if (value is string text && property.IsName && !IsName(text))
        {
            NotAName((YamlScalar)node, path, context);
        }

        if (property.MustHaveItems && value is ICollection { Count: 0 })
        {
            context.Problems.Error(DiagnosticCodes.EmptyList, node.Place, $"{PathWords.Describe(path)} has no items; it takes one or more.");
        }

        if (property.Range is { } range && value is int or long or double or decimal)
        {
            CheckRange(property.Range!, value, (YamlScalar)node, path, context);
        }
    }

    private static void CheckRange(RangeAttribute range, object value, YamlScalar node, string path, BindingContext context)
    {
        var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        if (number < range.Minimum || number > range.Maximum)
        {
            context.Problems.Error(DiagnosticCodes.OutOfRange, node.Place, $"{PathWords.Has(path)} {context.Show(path, node.Text)}; {Allowed(range)}.");
        }
    }

    private static string Allowed(RangeAttribute range)
    {
        if (range.Minimum.Equals(range.Maximum))
        {
            return string.Create(CultureInfo.InvariantCulture, $"allowed is {range.Minimum}");
        }

        return range.Maximum >= long.MaxValue
            ? string.Create(CultureInfo.InvariantCulture, $"allowed is {range.Minimum} and more")
            : string.Create(CultureInfo.InvariantCulture, $"allowed is {range.Minimum} to {range.Maximum}");
    }

    private static void NotAName(YamlScalar scalar, string path, BindingContext context)
    {
        var guess = Guess(scalar.Text);
        context.Problems.Error(DiagnosticCodes.NotAName, scalar.Place,
            $"{PathWords.Describe(path)} has the name '{Shown.Text(scalar.Text)}'; a name is a lower-case letter, then up to 62 lower-case letters, digits or underscores.",
            guess.Length > 0 && guess != scalar.Text ? $"Did you mean '{guess}'?" : null);
    }

    private static string Guess(string text)
    {
        var guess = NotNameCharacters().Replace(text.ToLowerInvariant(), "_").Trim('_');
        return IsName(guess) ? guess : "";
    }

    private static bool IsName(string text) => Name().IsMatch(text) && text[^1] != '\n';

    [GeneratedRegex(IdentifierAttribute.Pattern, RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();

    [GeneratedRegex("[^a-z0-9_]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NotNameCharacters();
}
