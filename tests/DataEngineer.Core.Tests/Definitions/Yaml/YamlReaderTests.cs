using System.Text;
using DataEngineer.Definitions.Tree;
using DataEngineer.Definitions.Yaml;

namespace DataEngineer.Core.Tests.Definitions.Yaml;

public sealed class YamlReaderTests
{
    [Theory]
    [InlineData("a: 1\nb: x", "{a: 1, b: 'x'}")]
    [InlineData("a: [1, two, 'three']", "{a: [1, 'two', 'three']}")]
    [InlineData("a:\n  - b: 1\n  - c", "{a: [{b: 1}, 'c']}")]
    [InlineData("a: {}\nb: []", "{a: {}, b: []}")]
    [InlineData("a: |\n  x\n  y\n", "{a: 'x|y|'}")]
    [InlineData("a: >\n  x\n  y\n", "{a: 'x y|'}")]
    [InlineData("---\na: 1\n...\n", "{a: 1}")]
    [InlineData("# only a comment before\na: 1 # and after", "{a: 1}")]
    [InlineData("a: \"#no comment\"", "{a: '#no comment'}")]
    [InlineData("a: &x [1]\nb: *x", "{a: [1], b: [1]}")]
    [InlineData("a: yes\nb: on\nc: 010", "{a: 'yes', b: 'on', c: 010}")]
    [InlineData("1: x\ntrue: y", "{1: 'x', true: 'y'}")]
    [InlineData("a:\r\n  b: 1\r\n", "{a: {b: 1}}")]
    public void Read_GoodYaml_GivesItsTree(string text, string expected)
    {
        var file = YamlText.Read(text);

        Assert.Empty(file.Problems.Found);
        Assert.Equal(expected, YamlText.Show(file.Root));
    }

    [Fact]
    public void Read_ByteOrderMark_IsDropped()
    {
        var file = YamlReader.Read("f.yml", [.. Encoding.UTF8.Preamble, .. "a: 1"u8]);

        Assert.Equal("a: 1", file.Text);
        Assert.Equal(new SourcePosition(1, 1), file.Root!.Place);
    }

    [Fact]
    public void Read_KeysAndValues_HaveTheirPlaces()
    {
        var root = (YamlMap)YamlText.Read("a: 1\nbb:\n  - x\n  -   y\n").Root!;

        Assert.Equal(new SourcePosition(1, 4), root.Entries[0].Value.Place);
        Assert.Equal(new SourcePosition(2, 1), root.Entries[1].Key.Place);
        Assert.Equal([new SourcePosition(3, 5), new SourcePosition(4, 7)], ((YamlList)root.Entries[1].Value).Items.Select(item => item.Place));
    }

    [Theory]
    [InlineData("sql: |\n  select 1\n", 2, 3)]
    [InlineData("sql: |\r\n    select 1\r\n", 2, 5)]
    [InlineData("sql: |   # why\n  select 1\n", 2, 3)]
    [InlineData("sql: |\n\n\n   select 1\n", 2, 4)]
    [InlineData("sql: |2\n    select 1\n", 2, 3)]
    [InlineData("sql: >-\n  select 1\n  from x\n", 2, 3)]
    [InlineData("a:\n  sql: |2\n      first\n    second\n", 3, 5)]
    [InlineData("sql: |\n", 2, 1)]
    public void Read_BlockScalar_KnowsWhereItsTextBegins(string text, int line, int column)
    {
        var root = (YamlMap)YamlText.Read(text).Root!;
        var value = root.Entries[0].Value is YamlMap inner ? inner.Entries[0].Value : root.Entries[0].Value;

        Assert.Equal(new SourcePosition(line, column), ((YamlScalar)value).BlockText);
    }

    [Theory]
    [InlineData("sql: select 1")]
    [InlineData("sql: 'select 1'")]
    [InlineData("sql: \"select 1\"")]
    public void Read_ScalarThatIsNoBlock_HasNoBlockText(string text) =>
        Assert.Null(((YamlScalar)((YamlMap)YamlText.Read(text).Root!).Entries[0].Value).BlockText);
}
