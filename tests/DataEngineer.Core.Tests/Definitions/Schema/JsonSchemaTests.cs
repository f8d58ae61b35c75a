using System.Text.Json.Nodes;
using DataEngineer.Definitions.Publishing;
using DataEngineer.Testing;

namespace DataEngineer.Core.Tests.Definitions.Schema;

public sealed class JsonSchemaTests
{
    private static readonly JsonNode Pipeline = JsonNode.Parse(JsonSchemaWriter.WritePipeline())!;
    private static readonly JsonNode Customer = JsonNode.Parse(JsonSchemaWriter.WriteCustomer(FakeConnector.All))!;

    [Fact]
    public void PipelineSchema_InTheRepository_IsCurrent() =>
        Assert.Null(GeneratedFile.Problem("pipelines/pipeline.schema.json", JsonSchemaWriter.WritePipeline()));

    [Fact]
    public void Schemas_Draft_IsTheOneThatEditorsKnow()
    {
        Assert.Equal("http://json-schema.org/draft-07/schema#", Pipeline["$schema"]!.GetValue<string>());
        Assert.Equal("http://json-schema.org/draft-07/schema#", Customer["$schema"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("properties.version", """{"description":"The version of the language; always 1.","type":"integer","minimum":1,"maximum":1}""")]
    [InlineData("required", """["version","pipeline"]""")]
    [InlineData("additionalProperties", "false")]
    [InlineData("properties.pipeline.pattern", "\"^[a-z][a-z0-9_]{0,62}$\"")]
    [InlineData("properties.extract.propertyNames.pattern", "\"^[a-z][a-z0-9_]{0,62}$\"")]
    [InlineData("properties.tags.items.type", "\"string\"")]
    [InlineData("properties.load.additionalProperties.$ref", "\"#/definitions/load\"")]
    [InlineData("definitions.write_disposition.enum", """["append","replace","merge","interval"]""")]
    [InlineData("definitions.text_encoding.enum", """["utf_8","utf_16","latin_1","windows_1252"]""")]
    [InlineData("definitions.schedule.properties.start.format", "\"date\"")]
    [InlineData("definitions.assert.properties.unique.minItems", "1")]
    [InlineData("definitions.assert.oneOf.0", """{"required":["not_null"]}""")]
    [InlineData("definitions.range_check.anyOf", """[{"required":["min"]},{"required":["max"]}]""")]
    [InlineData("definitions.range_check.properties.min.type", """["string","number","boolean"]""")]
    [InlineData("definitions.retry.properties.backoff.maximum", "10")]
    [InlineData("definitions.row_count_check.properties.min", """{"description":"The fewest rows allowed.","type":"integer","minimum":0}""")]
    [InlineData("definitions.schedule.properties.catchup.allOf.0.$ref", "\"#/definitions/catchup_mode\"")]
    public void PipelineSchema_Path_IsAsTheModelSays(string path, string expected) => Assert.Equal(expected, Plain(At(Pipeline, path)));

    [Fact]
    public void PipelineSchema_Words_AreExplained() => Assert.Equal(
        "none: They are left out.\nlatest: Only the newest runs.\nall: All run, oldest first.", At(Pipeline, "definitions.catchup_mode.description").GetValue<string>());

    [Fact]
    public void PipelineSchema_EveryKey_IsDescribed()
    {
        var records = Pipeline["definitions"]!.AsObject().Select(definition => definition.Value!).Append(Pipeline).Where(record => record["properties"] is not null);

        Assert.All(records.SelectMany(record => record["properties"]!.AsObject()), property => Assert.False(string.IsNullOrEmpty(property.Value!["description"]?.GetValue<string>()), property.Key));
    }

    [Fact]
    public void PipelineSchema_References_AreDefined()
    {
        var text = JsonSchemaWriter.WritePipeline();
        var used = text.Split("\"#/definitions/").Skip(1).Select(rest => rest.Split('"')[0]).ToHashSet();

        Assert.Equal(used.Order(), Pipeline["definitions"]!.AsObject().Select(definition => definition.Key).Order());
    }

    [Theory]
    [InlineData("properties.connections.additionalProperties.$ref", "\"#/definitions/connection\"")]
    [InlineData("definitions.connection.properties.type.enum", """["files","duckdb","lake"]""")]
    [InlineData("definitions.connection.allOf.1.if.properties.type.const", "\"duckdb\"")]
    [InlineData("definitions.connection.allOf.1.then.properties.port.maximum", "65535")]
    [InlineData("definitions.connection.allOf.1.then.properties.max_concurrent.minimum", "1")]
    [InlineData("definitions.connection.allOf.1.then.required", """["path"]""")]
    [InlineData("definitions.connection.allOf.0.then.additionalProperties", "false")]
    public void CustomerSchema_Path_IsAsTheConnectorsSay(string path, string expected) => Assert.Equal(expected, Plain(At(Customer, path)));

    private static JsonNode At(JsonNode node, string path) =>
        path.Split('.').Aggregate(node, (current, step) => (current is JsonArray list ? list[int.Parse(step)] : current[step])
            ?? throw new ArgumentException($"The schema has no {step} of {path}.", nameof(path)));

    private static string Plain(JsonNode node) => node.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
