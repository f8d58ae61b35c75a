using System.Text;
using DataEngineer.Definitions.Yaml;

namespace DataEngineer.Core.Tests.Definitions.Yaml;

/// <summary>Reads YAML from a literal.</summary>
internal static class YamlText
{
    public static YamlFile Read(string text) => YamlReader.Read("f.yml", Encoding.UTF8.GetBytes(text));

    public static string[] Problems(string text) => [.. Read(text).Problems.Found.Select(problem => problem.ToString())];

    public static YamlScalar Scalar(string yaml) => (YamlScalar)((YamlList)Read($"[{yaml}]").Root!).Items[0];

    /// <summary>The tree in one line: maps as {k: v}, lists as [a], text in quotes.</summary>
    public static string Show(YamlNode? node) => node switch
    {
        YamlMap map => "{" + string.Join(", ", map.Entries.Select(entry => $"{entry.Key.Text}: {Show(entry.Value)}")) + "}",
        YamlList list => "[" + string.Join(", ", list.Items.Select(Show)) + "]",
        YamlScalar { Type: CoreType.Text } scalar => $"'{scalar.Text.ReplaceLineEndings("|")}'",
        YamlScalar scalar => scalar.Text,
        _ => "nothing",
    };
}
