using System.Text.Json.Nodes;
using DataEngineer.Connections;
using DataEngineer.Definitions.Binding;
using DataEngineer.Definitions.Naming;
using DataEngineer.Definitions.Scalars;

namespace DataEngineer.Definitions.Publishing;

/// <summary>Describes shapes; each record and each list of words once, by name.</summary>
internal sealed class SchemaDefinitions(IReadOnlyList<IConnector> connectors)
{
    /// <summary>What has been named so far.</summary>
    public JsonObject Named { get; } = [];

    /// <summary>The record that a file holds.</summary>
    public JsonObject Root(Type type) => RecordSchema.Of(Shapes.OfRecord(type), this);

    /// <summary>A value of the shape, as a schema of its own or a reference to a named one.</summary>
    public JsonObject Of(Shape shape) => shape switch
    {
        ScalarShape { Type: WordScalar words } => Reference(words.Type, () => Describe(words)),
        ScalarShape scalar => Describe(scalar.Type),
        ListShape list => new JsonObject { ["type"] = "array", ["items"] = Of(list.Item) },
        MapShape map => new JsonObject { ["type"] = "object", ["additionalProperties"] = Of(map.Value) },
        RecordShape record => Reference(record.Type, () => RecordSchema.Of(record, this)),
        ConnectionShape => Reference(typeof(Model.ConnectionDefinition), () => ConnectionSchema.Of(connectors, this)),
        _ => throw new InvalidOperationException($"Unknown shape {shape.GetType().Name}."),
    };

    private static JsonObject Describe(ScalarType type)
    {
        var schema = new JsonObject();
        type.Describe(schema);
        if (type is WordScalar words && string.Join("\n", Meanings(words)) is { Length: > 0 } meanings)
        {
            schema["description"] = meanings;
        }

        return schema;
    }

    private static IEnumerable<string> Meanings(WordScalar words) =>
        from name in Enum.GetNames(words.Type)
        let summary = XmlSummaries.Of(words.Type.GetField(name)!)
        where summary is not null
        select $"{SnakeCase.Of(name)}: {summary}";

    private JsonObject Reference(Type type, Func<JsonObject> describe)
    {
        var name = SnakeCase.Of(type.Name.Replace("Definition", "", StringComparison.Ordinal));
        if (!Named.ContainsKey(name))
        {
            // The name is taken first, so that a record inside itself ends.
            Named[name] = new JsonObject();
            Named[name] = describe();
        }

        return new JsonObject { ["$ref"] = $"#/definitions/{name}" };
    }
}
