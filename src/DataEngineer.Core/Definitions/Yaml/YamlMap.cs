using DataEngineer.Definitions.Tree;

namespace DataEngineer.Definitions.Yaml;

/// <summary>A mapping, in written order; keys are unique.</summary>
internal sealed record YamlMap(IReadOnlyList<YamlEntry> Entries, SourcePosition Place) : YamlNode(Place);
