using System.Text;
using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Yaml;

namespace DataEngineer.Core.Tests.Definitions.Yaml;

public sealed class YamlProblemTests
{
    [Theory]
    [InlineData("", "f.yml(1,1): DE0012: the file holds nothing. Write the definition, or delete the file.")]
    [InlineData("# only a comment\n", "f.yml(1,1): DE0012: the file holds nothing. Write the definition, or delete the file.")]
    [InlineData("~", "f.yml(1,1): DE0012: the file holds nothing. Write the definition, or delete the file.")]
    [InlineData("a: 1\na: 2", "f.yml(2,1): DE0008: the key 'a' stands here a second time; it is already on line 1. Keep one of them.")]
    [InlineData("a: 1\n\"a\": 2", "f.yml(2,1): DE0008: the key 'a' stands here a second time; it is already on line 1. Keep one of them.")]
    [InlineData("a: !!python/object:os.system x", "f.yml(1,4): DE0009: the value has a tag; types follow from the key alone. Remove the tag; put text that looks like a number into quotes.")]
    [InlineData("a: !foo x", "f.yml(1,4): DE0009: the value has a tag; types follow from the key alone. Remove the tag; put text that looks like a number into quotes.")]
    [InlineData("a: !!str 5", "f.yml(1,4): DE0009: the value has a tag; types follow from the key alone. Remove the tag; put text that looks like a number into quotes.")]
    [InlineData("a: !x [1]", "f.yml(1,4): DE0009: the value has a tag; types follow from the key alone. Remove the tag; put text that looks like a number into quotes.")]
    [InlineData("b: &b {x: 1}\na: {<<: *b}", "f.yml(2,5): DE0010: '<<' merges mappings in YAML 1.1 only; this is YAML 1.2. Write the keys out; retry and timeout of all steps go under defaults.")]
    [InlineData("a: 1\n---\nb: 2", "f.yml(2,1): DE0011: a second YAML document begins here; a file holds one. Put it into a file of its own.")]
    [InlineData("a: *x", "f.yml(1,4): DE0007: the alias '*x' names no anchor that stands before it. Put text that begins with * into quotes.")]
    [InlineData("a: &x [*x]", "f.yml(1,8): DE0007: the alias '*x' stands inside what it names. Write the value out.")]
    [InlineData("? [a]\n: 1", "f.yml(1,3): DE0013: a mapping or a list stands as a key; keys are text. Put a template into quotes: \"{{ … }}\".")]
    [InlineData(": 1", "f.yml(1,1): DE0013: a value has no key. Write a key before the colon.")]
    [InlineData("path: {{ interval.start }}", "f.yml(1,8): DE0013: a mapping or a list stands as a key; keys are text. Put a template into quotes: \"{{ … }}\".")]
    [InlineData("a:\n\t- b", "f.yml(2,1): DE0004: the line is indented with a tab; YAML indents with spaces. Replace the tab by two spaces.")]
    [InlineData("a: @x", "f.yml(1,4): DE0003: this is not YAML: a value cannot begin with @. Put the value into quotes.")]
    [InlineData("a: `x`", "f.yml(1,4): DE0003: this is not YAML: a value cannot begin with `. Put the value into quotes.")]
    [InlineData("a: %x", "f.yml(1,4): DE0003: this is not YAML: a value cannot begin with %. Put the value into quotes.")]
    [InlineData("a: b: c", "f.yml(1,5): DE0003: this is not YAML: a second ': ' stands in the line. Put a value that holds ': ' into quotes, or write what is nested on lines of its own.")]
    [InlineData("a: \"x\nb: 1", "f.yml(1,4): DE0003: this is not YAML: a quote that opens here is not closed. Close it, or double a quote that belongs to the text.")]
    [InlineData("a: [1\nb: 2", "f.yml(1,4): DE0003: this is not YAML: a bracket or brace is not closed, or a comma is missing. Close it.")]
    [InlineData("a:\n  b: 1\n c: 2", "f.yml(3,2): DE0003: this is not YAML: a key was expected. Indent the line as its neighbours are; put the whole of a value into quotes, not a part.")]
    [InlineData("- a\nb: c", "f.yml(2,1): DE0003: this is not YAML: a list goes on without '-'. Begin the line with '- ', or indent it as its neighbours are.")]
    public void Read_BadYaml_SaysWhatWhereAndWhatToDo(string text, string expected) => Assert.Equal(expected, Assert.Single(YamlText.Problems(text)));

    [Fact]
    public void Read_UnquotedTemplateInsideAValue_SaysToQuoteIt() => Assert.Equal(
        "f.yml(1,27): DE0003: this is not YAML: a value that begins with {{ reads as a mapping. Put the value into quotes: \"{{ … }}\".",
        YamlText.Problems("path: {{ interval.start }}/x")[^1]);

    [Fact]
    public void Read_MappingThatTheParserEndsBetweenKeyAndValue_IsNotYaml() =>
        Assert.Equal(DiagnosticCodes.Syntax, YamlText.Read("a:\n  : files, root: data}\n  b: {c: 1}\n").Problems.Found[^1].Code);

    [Fact]
    public void Read_SeveralProblemsThatLeaveTheTree_AllAreReported()
    {
        var problems = YamlText.Problems("a: !t 1\nb: *y\na: 2\n<<: {}\n");

        Assert.Equal(["DE0009", "DE0007", "DE0008", "DE0010"], problems.Select(problem => problem.Split(": ")[1]));
    }

    [Fact]
    public void Read_NotUtf8_NamesThePlace()
    {
        var file = YamlReader.Read("f.yml", [.. "a: 1\nb: "u8, 0xE9, (byte)'\n']);

        Assert.Equal("f.yml(2,4): DE0002: the file is not UTF-8 text. Save it as UTF-8.", Assert.Single(file.Problems.Found).ToString());
        Assert.Null(file.Root);
    }

    [Fact]
    public void Read_Utf16_IsRefused() =>
        Assert.Equal(DiagnosticCodes.NotUtf8, Assert.Single(YamlReader.Read("f.yml", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("a: 1")]).Problems.Found).Code);

    [Fact]
    public void Read_ControlCharacter_NamesIt() => Assert.Equal(
        "f.yml(2,5): DE0014: the file holds the control character U+0000. Remove it, or write it as an escape in double quotes.",
        Assert.Single(YamlText.Problems("a: 1\nb: x\0y")));

    [Fact]
    public void Read_MoreProblemsThanAPersonReads_StopsListingThem()
    {
        var problems = YamlText.Read(string.Concat(Enumerable.Repeat("a: 1\n", 500))).Problems.Found;

        Assert.Equal(Problems.Limit + 1, problems.Count);
        Assert.Equal(DiagnosticCodes.MoreProblems, problems[^1].Code);
    }
}
