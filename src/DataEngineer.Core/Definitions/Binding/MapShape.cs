using System.Collections;
using DataEngineer.Definitions.Yaml;

namespace DataEngineer.Definitions.Binding;

/// <summary>A mapping from names to values of one type, in written order; entries that could not be bound stay as names.</summary>
internal sealed class MapShape(Type valueType, Lazy<Shape> value) : Shape
{
    private readonly Type _mapType = typeof(OrderedDictionary<,>).MakeGenericType(typeof(string), valueType);

    public Shape Value => value.Value;

    public override object? Bind(YamlNode node, string path, BindingContext context)
    {
        var map = (IDictionary)Activator.CreateInstance(_mapType, StringComparer.Ordinal)!;
        if (node is not YamlMap written)
        {
            WrongKind(node, path, "a mapping of names", context);
            return map;
        }

        foreach (var entry in written.Entries)
        {
            map.Add(entry.Key.Text, Value.Bind(entry.Value, $"{path}.{entry.Key.Text}", context));
        }

        return map;
    }
}
