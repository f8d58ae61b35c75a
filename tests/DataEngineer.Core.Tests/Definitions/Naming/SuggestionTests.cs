using DataEngineer.Definitions.Naming;

namespace DataEngineer.Core.Tests.Definitions.Naming;

public sealed class SuggestionTests
{
    private static readonly string[] Words = ["append", "replace", "merge", "interval", "max_interval", "id"];

    [Theory]
    [InlineData("marge", "merge")]
    [InlineData("mereg", "merge")]
    [InlineData("Merge", "merge")]
    [InlineData("max-interval", "max_interval")]
    [InlineData("repalce", "replace")]
    [InlineData("apend", "append")]
    [InlineData("intervall", "interval")]
    [InlineData("di", "id")]
    [InlineData("upsert", null)]
    [InlineData("x", null)]
    [InlineData("", null)]
    public void Nearest_Word_IsWithinAThirdOfItsLength(string word, string? expected) => Assert.Equal(expected, Suggestion.Nearest(word, Words));

    [Fact]
    public void Nearest_VeryLongWord_IsNotCompared() => Assert.Null(Suggestion.Nearest(new string('a', 65), [new string('a', 64)]));

    [Theory]
    [InlineData("MaxAttempts", "max_attempts")]
    [InlineData("Utf8", "utf_8")]
    [InlineData("Utf16", "utf_16")]
    [InlineData("Windows1252", "windows_1252")]
    [InlineData("Sql", "sql")]
    public void SnakeCase_Member_IsItsWord(string member, string expected) => Assert.Equal(expected, SnakeCase.Of(member));

    [Theory]
    [InlineData("", "the file")]
    [InlineData("version", "version")]
    [InlineData("schedule.cron", "schedule.cron")]
    [InlineData("load.orders", "load 'orders'")]
    [InlineData("load.orders.retry.interval", "retry.interval of load 'orders'")]
    [InlineData("load.orders.primary_key[1]", "primary_key[1] of load 'orders'")]
    [InlineData("assert[2]", "assertion 3")]
    [InlineData("assert[2].range.min", "range.min of assertion 3")]
    [InlineData("variables.region.type", "type of variable 'region'")]
    [InlineData("connections.files.root", "root of connection 'files'")]
    public void Describe_Path_ReadsAsWords(string path, string expected) => Assert.Equal(expected, PathWords.Describe(path));
}
