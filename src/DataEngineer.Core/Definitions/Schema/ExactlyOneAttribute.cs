namespace DataEngineer.Definitions.Schema;

/// <summary>Exactly one of these keys must be given.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExactlyOneAttribute(params string[] keys) : Attribute
{
    /// <summary>The keys as written in YAML.</summary>
    public IReadOnlyList<string> Keys { get; } = keys;
}
