using DataEngineer.Definitions.Yaml;

namespace DataEngineer.Core.Tests.Definitions.Yaml;

public sealed class CoreSchemaTests
{
    [Theory]
    [InlineData("~", "Null")]
    [InlineData("null", "Null")]
    [InlineData("NULL", "Null")]
    [InlineData("nULL", "Text")]
    [InlineData("true", "Boolean")]
    [InlineData("FALSE", "Boolean")]
    [InlineData("yes", "Text")]
    [InlineData("No", "Text")]
    [InlineData("on", "Text")]
    [InlineData("y", "Text")]
    [InlineData("0", "Integer")]
    [InlineData("-12", "Integer")]
    [InlineData("+12", "Integer")]
    [InlineData("010", "Integer")]
    [InlineData("0x1F", "Integer")]
    [InlineData("0o17", "Integer")]
    [InlineData("1_000", "Text")]
    [InlineData("1:30", "Text")]
    [InlineData("1.5", "Number")]
    [InlineData(".5", "Number")]
    [InlineData("5.", "Number")]
    [InlineData("1e3", "Number")]
    [InlineData("-.inf", "Number")]
    [InlineData(".NaN", "Number")]
    [InlineData(".", "Text")]
    [InlineData("-", "Text")]
    [InlineData("1.2.3", "Text")]
    [InlineData("2026-01-31", "Text")]
    [InlineData("'12'", "Text")]
    [InlineData("\"true\"", "Text")]
    [InlineData("''", "Text")]
    public void TypeOf_Scalar_IsYaml12s(string yaml, string expected) => Assert.Equal(expected, Scalar(yaml).Type.ToString());

    private static YamlScalar Scalar(string yaml) => yaml == "-" ? new YamlScalar("-", IsPlain: true, default) : YamlText.Scalar(yaml);
}
