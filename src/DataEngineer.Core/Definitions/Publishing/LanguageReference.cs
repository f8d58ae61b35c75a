using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace DataEngineer.Definitions.Publishing;

/// <summary>The language as a page for people, in Markdown: every key of the two schemas, and every code with its meaning.</summary>
public static class LanguageReference
{
    /// <summary>Writes the page.</summary>
    /// <param name="pipelineSchema">As <see cref="JsonSchemaWriter.WritePipeline"/> makes it.</param>
    /// <param name="customerSchema">As <see cref="JsonSchemaWriter.WriteCustomer"/> makes it.</param>
    /// <param name="codes">What each code of a diagnostic means.</param>
    public static string Write(string pipelineSchema, string customerSchema, IReadOnlyDictionary<string, string?> codes)
    {
        var page = new StringBuilder();
        page.Append("# Reference of the pipeline language\n\nMade from the code; `DATAENG_RENEW=1 bash tests/run.sh` renews it. How the parts work together is in [README.md](README.md).\n");
        WriteSchema(page, "## `<pipeline>.yml`", JsonNode.Parse(pipelineSchema)!.AsObject());
        WriteSchema(page, "## `customer.yml`", JsonNode.Parse(customerSchema)!.AsObject());
        page.Append("\n## Codes\n\n| code | means |\n|---|---|\n");
        foreach (var (code, summary) in codes)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {code} | {Cell(summary)} |\n");
        }

        return page.ToString();
    }

    private static void WriteSchema(StringBuilder page, string title, JsonObject schema)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n{title}\n\n{Cell((string?)schema["description"])}\n");
        WriteKeys(page, schema);
        foreach (var (name, definition) in schema["definitions"]?.AsObject() ?? [])
        {
            WriteDefinition(page, name, definition!.AsObject());
        }
    }

    // The description of a list of words has a line for each.
    private static void WriteDefinition(StringBuilder page, string name, JsonObject definition)
    {
        var description = (string?)definition["description"] ?? "";
        page.Append(CultureInfo.InvariantCulture, $"\n### {name}\n\n");
        if (definition["enum"] is null)
        {
            page.Append(CultureInfo.InvariantCulture, $"{Cell(description)}\n");
        }
        else
        {
            foreach (var line in description.Split('\n'))
            {
                page.Append(CultureInfo.InvariantCulture, $"- {Cell(line)}\n");
            }
        }

        WriteKeys(page, definition);
        WriteKinds(page, definition);
    }

    // Where a key decides which others there are, each of its values has a table of its own.
    private static void WriteKinds(StringBuilder page, JsonObject definition)
    {
        foreach (var kind in definition["allOf"]?.AsArray() ?? [])
        {
            if (kind?["then"] is JsonObject then && kind["if"]?["properties"]?["type"]?["const"] is { } type)
            {
                page.Append(CultureInfo.InvariantCulture, $"\n#### `type: {type}`\n\n{Cell((string?)then["description"])}\n");
                WriteKeys(page, then);
            }
        }
    }

    private static void WriteKeys(StringBuilder page, JsonObject schema)
    {
        if (schema["properties"] is not JsonObject properties)
        {
            return;
        }

        var required = schema["required"]?.AsArray().Select(key => (string)key!).ToHashSet(StringComparer.Ordinal) ?? [];
        page.Append("\n| key | value | meaning |\n|---|---|---|\n");
        foreach (var (key, value) in properties)
        {
            var mark = required.Contains(key) ? ", required" : "";
            page.Append(CultureInfo.InvariantCulture, $"| `{key}` | {Kind(value!.AsObject())}{mark} | {Cell((string?)value["description"])} |\n");
        }
    }

    private static string Kind(JsonObject value)
    {
        if (ReferenceOf(value) is { } reference)
        {
            return $"[{reference}](#{reference})";
        }

        return value switch
        {
            _ when value["items"] is JsonObject items => $"list of {Kind(items)}",
            _ when value["additionalProperties"] is JsonObject items => $"by name: {Kind(items)}",
            _ when value["const"] is { } constant => $"`{constant}`",
            _ when value["enum"] is JsonArray words => string.Join(", ", words.Select(word => $"`{word}`")),
            _ when value["type"] is JsonArray kinds => string.Join(" or ", kinds.Select(kind => (string?)kind)),
            _ => (string?)value["type"] ?? "any scalar",
        };
    }

    private static string? ReferenceOf(JsonObject value)
    {
        var reference = (string?)value["$ref"] ?? (string?)value["allOf"]?[0]?["$ref"];
        return reference?[(reference.LastIndexOf('/') + 1)..];
    }

    private static string Cell(string? text) =>
        (text ?? "").Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
