using System.Text.Json.Nodes;
using DataEngineer.Definitions.Naming;
using DataEngineer.Definitions.Yaml;

namespace DataEngineer.Definitions.Scalars;

/// <summary>An enum's members as snake_case words.</summary>
internal sealed class WordScalar : ScalarType
{
    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);
    private readonly string[] _words;

    public WordScalar(Type type)
    {
        Type = type;
        _words = Array.ConvertAll(Enum.GetNames(type), SnakeCase.Of);
        var values = Enum.GetValuesAsUnderlyingType(type);
        for (var i = 0; i < _words.Length; i++)
        {
            _values.Add(_words[i], Enum.ToObject(type, values.GetValue(i)!));
        }

        Fallback = Enum.ToObject(type, values.GetValue(0)!);
    }

    public Type Type { get; }

    public override string Expected => string.Join(", ", _words);

    public override object Fallback { get; }

    public override IReadOnlyList<string> Words => _words;

    public override object? Read(YamlScalar scalar) => _values.GetValueOrDefault(scalar.Text);

    public override string? Advise(YamlScalar scalar) => Suggestion.For(scalar.Text, _words);

    public override void Describe(JsonObject schema) => schema["enum"] = new JsonArray([.. _words.Select(word => JsonValue.Create(word))]);
}
