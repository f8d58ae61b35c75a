using DataEngineer.Definitions.Diagnostics;

namespace DataEngineer.Definitions.Yaml;

/// <summary>A YAML file as far as it could be read.</summary>
/// <param name="Root">The top value, or null where there is none to go on with.</param>
/// <param name="Events">Parser events consumed: none where the file was refused unparsed.</param>
internal sealed record YamlFile(string Text, YamlNode? Root, Problems Problems, int Events);
