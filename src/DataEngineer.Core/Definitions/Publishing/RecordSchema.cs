using System.Text.Json.Nodes;
using DataEngineer.Definitions.Binding;
using DataEngineer.Definitions.Schema;

namespace DataEngineer.Definitions.Publishing;

/// <summary>Describes a record: its keys, which of them are needed, and nothing else allowed.</summary>
internal static class RecordSchema
{
    public static JsonObject Of(RecordShape record, SchemaDefinitions definitions)
    {
        var schema = new JsonObject();
        if (XmlSummaries.Of(record.Type) is { } summary)
        {
            schema["description"] = summary;
        }

        schema["type"] = "object";
        schema["additionalProperties"] = false;
        schema["properties"] = Properties(record, definitions);
        AddRequired(record, schema);
        AddChoices(record, schema);
        return schema;
    }

    /// <summary>The keys of a record by name.</summary>
    public static JsonObject Properties(RecordShape record, SchemaDefinitions definitions)
    {
        var properties = new JsonObject();
        foreach (var property in record.Properties)
        {
            properties[property.Key] = PropertyOf(property, definitions);
        }

        return properties;
    }

    /// <summary>Lists the keys that must be given.</summary>
    public static void AddRequired(RecordShape record, JsonObject schema)
    {
        var required = record.Properties.Where(property => property.IsRequired).Select(property => JsonValue.Create(property.Key)).ToArray();
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray([.. required]);
        }
    }

    private static void AddChoices(RecordShape record, JsonObject schema)
    {
        foreach (var (keyword, choices) in new[] { ("oneOf", record.ExactlyOne), ("anyOf", record.AtLeastOne) })
        {
            foreach (var keys in choices)
            {
                schema[keyword] = new JsonArray([.. keys.Select(key => new JsonObject { ["required"] = new JsonArray(key) })]);
            }
        }
    }

    private static JsonObject PropertyOf(PropertyShape property, SchemaDefinitions definitions)
    {
        var schema = definitions.Of(property.Shape);
        if (property.IsName)
        {
            schema["pattern"] = IdentifierAttribute.Pattern;
        }
        else if (property.IsRequired && property.Property.PropertyType == typeof(string))
        {
            schema["minLength"] = 1;
        }

        if (property.KeysAreNames)
        {
            schema["propertyNames"] = new JsonObject { ["pattern"] = IdentifierAttribute.Pattern };
        }

        if (property.MustHaveItems && property.Shape is ListShape)
        {
            schema["minItems"] = 1;
        }

        if (property.Range is { } range)
        {
            AddRange(range, schema);
        }

        return Described(schema, XmlSummaries.Of(property.Property));
    }

    private static void AddRange(RangeAttribute range, JsonObject schema)
    {
        schema["minimum"] = range.Minimum;
        if (range.Maximum < long.MaxValue)
        {
            schema["maximum"] = range.Maximum;
        }
    }

    /// <summary>Draft 7 passes over whatever stands beside $ref, so a described reference goes into allOf.</summary>
    private static JsonObject Described(JsonObject schema, string? summary)
    {
        if (summary is null)
        {
            return schema;
        }

        var described = new JsonObject { ["description"] = summary };
        if (schema.ContainsKey("$ref"))
        {
            described["allOf"] = new JsonArray(schema);
            return described;
        }

        foreach (var (key, value) in schema.ToList())
        {
            schema.Remove(key);
            described[key] = value;
        }

        return described;
    }
}
