using System.Globalization;
using System.Text.Json.Nodes;
using DataEngineer.Core.Tests.Definitions.Yaml;
using DataEngineer.Definitions.Binding;
using DataEngineer.Definitions.Model;
using DataEngineer.Definitions.Scalars;
using DataEngineer.Definitions.Values;

namespace DataEngineer.Core.Tests.Definitions.Scalars;

public sealed class ScalarTypeTests
{
    [Theory]
    [InlineData(typeof(string), "x", "x")]
    [InlineData(typeof(string), "'12'", "12")]
    [InlineData(typeof(string), "yes", "yes")]
    [InlineData(typeof(string), "''", "")]
    [InlineData(typeof(string), "12", null)]
    [InlineData(typeof(string), "true", null)]
    [InlineData(typeof(string), "1.10", null)]
    [InlineData(typeof(bool), "true", "True")]
    [InlineData(typeof(bool), "False", "False")]
    [InlineData(typeof(bool), "yes", null)]
    [InlineData(typeof(bool), "'true'", null)]
    [InlineData(typeof(bool), "1", null)]
    [InlineData(typeof(int), "12", "12")]
    [InlineData(typeof(int), "-12", "-12")]
    [InlineData(typeof(int), "0x1F", "31")]
    [InlineData(typeof(int), "0o17", "15")]
    [InlineData(typeof(int), "2147483647", "2147483647")]
    [InlineData(typeof(int), "2147483648", null)]
    [InlineData(typeof(int), "1.0", null)]
    [InlineData(typeof(int), "'12'", null)]
    [InlineData(typeof(long), "9223372036854775807", "9223372036854775807")]
    [InlineData(typeof(long), "9223372036854775808", null)]
    [InlineData(typeof(long), "0xFFFFFFFFFFFFFFFF", null)]
    [InlineData(typeof(long), "0o7777777777777777777777", null)]
    [InlineData(typeof(double), "1.5", "1.5")]
    [InlineData(typeof(double), "2", "2")]
    [InlineData(typeof(double), "1e3", "1000")]
    [InlineData(typeof(double), ".5", "0.5")]
    [InlineData(typeof(double), ".inf", null)]
    [InlineData(typeof(double), ".nan", null)]
    [InlineData(typeof(double), "1e999", null)]
    [InlineData(typeof(double), "x", null)]
    [InlineData(typeof(decimal), "1.10", "1.10")]
    [InlineData(typeof(decimal), "+7", "7")]
    [InlineData(typeof(decimal), "1e99", null)]
    [InlineData(typeof(DateOnly), "2026-01-31", "01/31/2026")]
    [InlineData(typeof(DateOnly), "'2026-01-31'", "01/31/2026")]
    [InlineData(typeof(DateOnly), "2026-02-30", null)]
    [InlineData(typeof(DateOnly), "31-01-2026", null)]
    [InlineData(typeof(TimeSpan), "1h30m", "01:30:00")]
    [InlineData(typeof(TimeSpan), "PT1H30M", "01:30:00")]
    [InlineData(typeof(TimeSpan), "90", null)]
    [InlineData(typeof(ByteSize), "512MB", "512MB")]
    [InlineData(typeof(ByteSize), "512", null)]
    [InlineData(typeof(Threshold), "'>1%'", ">1%")]
    [InlineData(typeof(Threshold), "'>=10'", ">=10")]
    [InlineData(typeof(Threshold), "5", null)]
    [InlineData(typeof(WriteDisposition), "merge", "Merge")]
    [InlineData(typeof(WriteDisposition), "Merge", null)]
    [InlineData(typeof(MergeStrategy), "delete_insert", "DeleteInsert")]
    [InlineData(typeof(TextEncoding), "utf_8", "Utf8")]
    [InlineData(typeof(TextEncoding), "utf_16", "Utf16")]
    [InlineData(typeof(TextEncoding), "latin_1", "Latin1")]
    [InlineData(typeof(TextEncoding), "windows_1252", "Windows1252")]
    [InlineData(typeof(TextEncoding), "utf-8", null)]
    public void Read_Scalar_IsItsValueOrNone(Type type, string yaml, string? expected) =>
        Assert.Equal(expected, Of(type).Read(YamlText.Scalar(yaml)) is { } value ? Convert.ToString(value, CultureInfo.InvariantCulture) : null);

    [Theory]
    [InlineData("EU", "\"EU\"")]
    [InlineData("'5'", "\"5\"")]
    [InlineData("5", "5")]
    [InlineData("+5", "5")]
    [InlineData("007", "7")]
    [InlineData("0x10", "16")]
    [InlineData("-5", "-5")]
    [InlineData("0.10", "0.10")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("-00.5e+3", "-0.5e+3")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("true", "true")]
    [InlineData("2026-01-31", "\"2026-01-31\"")]
    [InlineData("no", "\"no\"")]
    public void Read_AnyScalar_IsJsonOfItsType(string yaml, string json) =>
        Assert.Equal(json, ((JsonValue)Of(typeof(JsonValue)).Read(YamlText.Scalar(yaml))!).ToJsonString());

    [Theory]
    [InlineData(".inf")]
    [InlineData(".nan")]
    public void Read_AnyScalarThatJsonCannotWrite_IsNone(string yaml) => Assert.Null(Of(typeof(JsonValue)).Read(YamlText.Scalar(yaml)));

    [Fact]
    public void Read_AnyNumber_AnswersEveryNumericType()
    {
        var value = (JsonValue)Of(typeof(JsonValue)).Read(YamlText.Scalar("5"))!;

        Assert.Equal((5L, 5d, 5m), (value.GetValue<long>(), value.GetValue<double>(), value.GetValue<decimal>()));
    }

    [Theory]
    [InlineData(typeof(string), "12", "Put it into quotes.")]
    [InlineData(typeof(bool), "yes", "Did you mean 'true'?")]
    [InlineData(typeof(bool), "Off", "Did you mean 'false'?")]
    [InlineData(typeof(bool), "'true'", "Write it without quotes.")]
    [InlineData(typeof(bool), "maybe", null)]
    [InlineData(typeof(int), "'4'", "Write it without quotes.")]
    [InlineData(typeof(int), "four", null)]
    [InlineData(typeof(double), "'1.5'", "Write it without quotes.")]
    [InlineData(typeof(TimeSpan), "90", "Name the unit: 90s.")]
    [InlineData(typeof(TimeSpan), "soon", null)]
    [InlineData(typeof(ByteSize), "512", "Name the unit: 512B or 512MB.")]
    [InlineData(typeof(Threshold), "5", "Did you mean '>5'?")]
    [InlineData(typeof(Threshold), "1%", "Did you mean '>1%'?")]
    [InlineData(typeof(Threshold), "'<5'", "Did you mean '>5'?")]
    [InlineData(typeof(WriteDisposition), "marge", "Did you mean 'merge'?")]
    [InlineData(typeof(TextEncoding), "utf-8", "Did you mean 'utf_8'?")]
    public void Advise_WrongScalar_SaysWhatToWrite(Type type, string yaml, string? expected) => Assert.Equal(expected, Of(type).Advise(YamlText.Scalar(yaml)));

    private static ScalarType Of(Type type) => ((ScalarShape)Shapes.Of(type)).Type;
}
