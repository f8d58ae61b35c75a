using System.Text.Json.Nodes;
using DataEngineer.Definitions.Scalars;

namespace DataEngineer.Definitions.Yaml;

/// <summary>YAML values as JSON, and back.</summary>
internal static class YamlJson
{
    public static JsonObject Of(YamlMap map)
    {
        var json = new JsonObject();
        foreach (var (key, value) in map.Entries)
        {
            json[key.Text] = Of(value);
        }

        return json;
    }

    public static YamlNode Read(JsonNode? json) => json switch
    {
        JsonObject map => new YamlMap([.. map.Select(entry => new YamlEntry(new YamlScalar(entry.Key, IsPlain: false, default), Read(entry.Value)))], default),
        JsonArray list => new YamlList([.. list.Select(Read)], default),
        JsonValue value when value.TryGetValue<string>(out var text) => new YamlScalar(text, IsPlain: false, default),
        JsonValue value => new YamlScalar(value.ToJsonString(), IsPlain: true, default),
        _ => new YamlScalar("null", IsPlain: true, default),
    };

    private static JsonNode? Of(YamlNode node) => node switch
    {
        YamlMap map => Of(map),
        YamlList list => new JsonArray([.. list.Items.Select(Of)]),
        // A number that JSON cannot write was reported where it was bound; its text goes on.
        YamlScalar { Type: not CoreType.Null } scalar => JsonScalars.Of(scalar) ?? JsonScalars.Of(scalar.Text),
        _ => null,
    };
}
