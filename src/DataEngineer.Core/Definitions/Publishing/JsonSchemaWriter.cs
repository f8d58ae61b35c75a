using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataEngineer.Connections;
using DataEngineer.Definitions.Model;

namespace DataEngineer.Definitions.Publishing;

/// <summary>
/// Writes the JSON Schemas that editors complete and check definitions with, from the same shapes that bind them. Draft 7, since the
/// YAML language server that editors share knows it fully and later drafts in part.
/// </summary>
public static class JsonSchemaWriter
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema of a pipeline.</summary>
    public static string WritePipeline() => Write(typeof(PipelineDefinition), "Pipeline", []);

    /// <summary>The schema of customer.yml, with the connections that these connectors offer.</summary>
    public static string WriteCustomer(IReadOnlyList<IConnector> connectors) => Write(typeof(CustomerDefinition), "Customer", connectors);

    private static string Write(Type type, string title, IReadOnlyList<IConnector> connectors)
    {
        var definitions = new SchemaDefinitions(connectors);
        var root = definitions.Root(type);
        var schema = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = title };
        foreach (var (key, value) in root.ToList())
        {
            root.Remove(key);
            schema[key] = value;
        }

        if (definitions.Named.Count > 0)
        {
            schema["definitions"] = definitions.Named;
        }

        return schema.ToJsonString(Indented) + "\n";
    }
}
