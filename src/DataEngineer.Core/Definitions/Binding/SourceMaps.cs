using DataEngineer.Definitions.Tree;
using DataEngineer.Definitions.Yaml;

namespace DataEngineer.Definitions.Binding;

/// <summary>Writes down where everything in a file stands.</summary>
internal static class SourceMaps
{
    public static SourceMap Of(YamlNode root)
    {
        var spots = new Dictionary<string, SourceSpot>(StringComparer.Ordinal);
        Add("", root, root.Place, spots);
        return new SourceMap(spots);
    }

    private static void Add(string path, YamlNode node, SourcePosition key, Dictionary<string, SourceSpot> spots)
    {
        spots[path] = new SourceSpot(key, node.Place, (node as YamlScalar)?.BlockText);
        if (node is YamlMap map)
        {
            foreach (var entry in map.Entries)
            {
                Add(path.Length == 0 ? entry.Key.Text : $"{path}.{entry.Key.Text}", entry.Value, entry.Key.Place, spots);
            }
        }
        else if (node is YamlList list)
        {
            for (var i = 0; i < list.Items.Count; i++)
            {
                Add($"{path}[{i}]", list.Items[i], list.Items[i].Place, spots);
            }
        }
    }
}
