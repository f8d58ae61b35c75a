using DataEngineer.Definitions.Tree;

namespace DataEngineer.Definitions.Yaml;

/// <summary>A sequence.</summary>
internal sealed record YamlList(IReadOnlyList<YamlNode> Items, SourcePosition Place) : YamlNode(Place);
