namespace DataEngineer.Definitions.Schema;

/// <summary>One or more of these keys must be given.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AtLeastOneAttribute(params string[] keys) : Attribute
{
    /// <summary>The keys as written in YAML.</summary>
    public IReadOnlyList<string> Keys { get; } = keys;
}
