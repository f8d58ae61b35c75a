using System.Text.Json.Nodes;
using DataEngineer.Connections;
using DataEngineer.Definitions.Binding;
using DataEngineer.Definitions.Model;

namespace DataEngineer.Definitions.Publishing;

/// <summary>Describes a connection: one alternative a connector, told apart by type.</summary>
internal static class ConnectionSchema
{
    public static JsonObject Of(IReadOnlyList<IConnector> connectors, SchemaDefinitions definitions)
    {
        var common = ConnectionShape.Common;
        var type = RecordSchema.Properties(common, definitions)["type"]!.DeepClone().AsObject();
        type["enum"] = new JsonArray([.. connectors.Select(connector => JsonValue.Create(connector.Type))]);
        return new JsonObject
        {
            ["description"] = XmlSummaries.Of(typeof(ConnectionDefinition)),
            ["type"] = "object",
            ["required"] = new JsonArray("type"),
            ["properties"] = new JsonObject { ["type"] = type },
            // if and then, not oneOf: an editor then complains of the one alternative that the type chooses.
            ["allOf"] = new JsonArray([.. connectors.Select(connector => new JsonObject
            {
                ["if"] = new JsonObject
                {
                    ["required"] = new JsonArray("type"),
                    ["properties"] = new JsonObject { ["type"] = new JsonObject { ["const"] = connector.Type } },
                },
                ["then"] = Alternative(connector, common, definitions),
            })]),
        };
    }

    private static JsonObject Alternative(IConnector connector, RecordShape common, SchemaDefinitions definitions)
    {
        var schema = RecordSchema.Of(Shapes.OfRecord(connector.OptionsType), definitions);
        var properties = RecordSchema.Properties(common, definitions);
        foreach (var (key, value) in schema["properties"]!.AsObject().ToList())
        {
            properties[key] = value!.DeepClone();
        }

        schema["properties"] = properties;
        return schema;
    }
}
