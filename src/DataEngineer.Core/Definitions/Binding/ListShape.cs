using System.Collections;
using DataEngineer.Definitions.Yaml;

namespace DataEngineer.Definitions.Binding;

/// <summary>A list; items that could not be bound leave something in their place, so that positions stay right.</summary>
internal sealed class ListShape(Type itemType, Lazy<Shape> item) : Shape
{
    private readonly Type _listType = typeof(List<>).MakeGenericType(itemType);

    public Shape Item => item.Value;

    public override object? Bind(YamlNode node, string path, BindingContext context)
    {
        var items = (IList)Activator.CreateInstance(_listType)!;
        if (node is not YamlList list)
        {
            WrongKind(node, path, "a list", context);
            return items;
        }

        for (var i = 0; i < list.Items.Count; i++)
        {
            items.Add(Item.Bind(list.Items[i], $"{path}[{i}]", context));
        }

        return items;
    }
}
