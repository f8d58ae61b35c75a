using System.Reflection;
using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Naming;
using DataEngineer.Definitions.Schema;
using DataEngineer.Definitions.Yaml;

namespace DataEngineer.Definitions.Binding;

/// <summary>A record of the model: its properties are the keys.</summary>
internal sealed class RecordShape : Shape
{
    private readonly Dictionary<string, PropertyShape> _byKey;

    public RecordShape(Type type)
    {
        if (type.GetConstructor(Type.EmptyTypes) is null)
        {
            throw new InvalidOperationException($"{type} cannot be bound: it has no constructor without parameters.");
        }

        Type = type;
        ExactlyOne = [.. type.GetCustomAttributes<ExactlyOneAttribute>().Select(rule => rule.Keys)];
        AtLeastOne = [.. type.GetCustomAttributes<AtLeastOneAttribute>().Select(rule => rule.Keys)];
        var choosing = ExactlyOne.Concat(AtLeastOne).SelectMany(keys => keys).ToHashSet(StringComparer.Ordinal);
        Properties = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is { IsPublic: true })
            .Select(property => new PropertyShape(property, choosing.Contains(SnakeCase.Of(property.Name))))];
        _byKey = Properties.ToDictionary(property => property.Key, StringComparer.Ordinal);
    }

    public Type Type { get; }

    public IReadOnlyList<PropertyShape> Properties { get; }

    public IReadOnlyList<IReadOnlyList<string>> ExactlyOne { get; }

    public IReadOnlyList<IReadOnlyList<string>> AtLeastOne { get; }

    public override object Bind(YamlNode node, string path, BindingContext context)
    {
        if (node is YamlMap map)
        {
            return Bind(map, path, context, []);
        }

        WrongKind(node, path, $"a mapping of {Listed(_byKey.Keys)}", context);
        return Activator.CreateInstance(Type)!;
    }

    /// <summary>Binds a mapping of which some keys belong to somebody else.</summary>
    public object Bind(YamlMap map, string path, BindingContext context, IReadOnlyList<string> others)
    {
        var record = Activator.CreateInstance(Type)!;
        var given = new HashSet<string>(StringComparer.Ordinal);
        var meant = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, value) in map.Entries)
        {
            if (_byKey.TryGetValue(key.Text, out var property))
            {
                given.Add(key.Text);
                property.Property.SetValue(record, PropertyBinding.Bind(property, value, Join(path, key.Text), context));
            }
            else if (!others.Contains(key.Text, StringComparer.Ordinal))
            {
                var known = others.Concat(_byKey.Keys).ToList();
                meant.Add(Suggestion.Nearest(key.Text, known) ?? "");
                context.Problems.Error(DiagnosticCodes.UnknownKey, key.Place,
                    $"{PathWords.Describe(path)} has an unknown key '{Shown.Text(key.Text)}'; known are {Listed(known)}.", Suggestion.For(key.Text, known));
            }
        }

        CheckGiven(map, path, given, meant, context);
        return record;
    }

    /// <summary>A key that was given under a near name was reported there; that it is missing would say so again.</summary>
    private void CheckGiven(YamlMap map, string path, HashSet<string> given, HashSet<string> meant, BindingContext context)
    {
        foreach (var property in Properties.Where(property => property.IsRequired && !given.Contains(property.Key) && !meant.Contains(property.Key)))
        {
            context.Problems.Error(DiagnosticCodes.MissingKey, map.Place, $"{PathWords.Describe(path)} has no '{property.Key}', which is required.");
        }

        foreach (var keys in ExactlyOne)
        {
            var chosen = keys.Where(given.Contains).ToList();
            if (chosen.Count == 0 && !keys.Any(meant.Contains))
            {
                context.Problems.Error(DiagnosticCodes.NotExactlyOne, map.Place, $"{PathWords.Describe(path)} has none of {Listed(keys)}; it takes exactly one.");
            }
            else if (chosen.Count > 1)
            {
                context.Problems.Error(DiagnosticCodes.NotExactlyOne, map.Place, $"{PathWords.Describe(path)} has {string.Join(" and ", chosen)}; it takes exactly one of them.",
                    "Make an entry of each.");
            }
        }

        foreach (var keys in AtLeastOne.Where(keys => !keys.Any(key => given.Contains(key) || meant.Contains(key))))
        {
            context.Problems.Error(DiagnosticCodes.NoneOfSeveral, map.Place, $"{PathWords.Describe(path)} has none of {Listed(keys)}; it takes one or more.");
        }
    }

    private static string Listed(IEnumerable<string> keys) => string.Join(", ", keys);

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
