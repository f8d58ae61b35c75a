using DataEngineer.Connections;
using DataEngineer.Definitions.Tree;
using DataEngineer.Definitions.Yaml;

namespace DataEngineer.Definitions.Binding;

/// <summary>Binds a YAML file to a record of the model.</summary>
internal static class Binder
{
    /// <summary>The document with whatever could be understood, its problems added to the file's; null where the file is no mapping.</summary>
    public static Document<T>? Bind<T>(string file, YamlFile yaml, IReadOnlyDictionary<string, IConnector> connectors)
        where T : class
    {
        if (yaml.Root is null)
        {
            return null;
        }

        var model = (T)Shapes.OfRecord(typeof(T)).Bind(yaml.Root, "", new BindingContext(yaml.Problems, connectors));
        return yaml.Root is YamlMap ? new Document<T>(file, yaml.Text, model, SourceMaps.Of(yaml.Root)) : null;
    }
}
