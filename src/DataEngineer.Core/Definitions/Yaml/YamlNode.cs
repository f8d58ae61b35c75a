using DataEngineer.Definitions.Tree;

namespace DataEngineer.Definitions.Yaml;

/// <summary>A value of a YAML file and where it begins.</summary>
internal abstract record YamlNode(SourcePosition Place);
