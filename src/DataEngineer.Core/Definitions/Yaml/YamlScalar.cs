using DataEngineer.Definitions.Tree;

namespace DataEngineer.Definitions.Yaml;

/// <summary>A single value.</summary>
/// <param name="IsPlain">True where it is not quoted and no block, so that it may mean a number, a boolean or null.</param>
/// <param name="BlockText">Where the text of a block scalar begins, else null.</param>
internal sealed record YamlScalar(string Text, bool IsPlain, SourcePosition Place, SourcePosition? BlockText = null) : YamlNode(Place)
{
    /// <summary>What YAML 1.2's core schema takes it for.</summary>
    public CoreType Type => CoreSchema.TypeOf(this);
}
