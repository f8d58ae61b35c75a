namespace DataEngineer.Definitions.Yaml;

/// <summary>What an anchor stands for, and what each alias of it costs.</summary>
/// <param name="Weight">Values in it, aliases inside counted as what they stand for.</param>
/// <param name="Height">Levels below it.</param>
internal sealed record YamlAnchored(YamlNode Node, int Weight, int Height);
