using System.Text.Json.Nodes;
using DataEngineer.Definitions.Yaml;

namespace DataEngineer.Definitions.Scalars;

/// <summary>One kind of single value: how it is written, read, and described in a JSON Schema.</summary>
internal abstract class ScalarType
{
    /// <summary>What may be written, to follow "takes": a whole number.</summary>
    public abstract string Expected { get; }

    /// <summary>The value where none could be read, so that binding goes on.</summary>
    public abstract object? Fallback { get; }

    /// <summary>The words that may be written where the list is closed, else null.</summary>
    public virtual IReadOnlyList<string>? Words => null;

    /// <summary>The value as the model has it; null where it is not one. Never called for null.</summary>
    public abstract object? Read(YamlScalar scalar);

    /// <summary>What to write instead of a value that is not one, or null.</summary>
    public virtual string? Advise(YamlScalar scalar) => null;

    /// <summary>Adds the keywords that allow the same values.</summary>
    public abstract void Describe(JsonObject schema);

    /// <summary>The advice for text that would fit without its quotes.</summary>
    protected static string? Unquote(YamlScalar scalar, CoreType type) =>
        !scalar.IsPlain && (scalar with { IsPlain = true }).Type == type ? "Write it without quotes." : null;
}
