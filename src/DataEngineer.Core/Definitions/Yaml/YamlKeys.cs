using DataEngineer.Definitions.Diagnostics;

namespace DataEngineer.Definitions.Yaml;

/// <summary>Gathers the entries of one mapping; keys that cannot stand are reported and left out.</summary>
internal sealed class YamlKeys(Problems problems)
{
    private readonly List<YamlEntry> _entries = [];
    private readonly Dictionary<string, YamlScalar> _byText = new(StringComparer.Ordinal);

    public IReadOnlyList<YamlEntry> Entries => _entries;

    public void Add(YamlNode key, YamlNode value)
    {
        if (key is not YamlScalar scalar)
        {
            problems.Error(DiagnosticCodes.KeyNotText, key.Place, "a mapping or a list stands as a key; keys are text.",
                "Put a template into quotes: \"{{ … }}\".");
        }
        else if (scalar.IsPlain && scalar.Text == "<<")
        {
            problems.Error(DiagnosticCodes.MergeKey, scalar.Place, "'<<' merges mappings in YAML 1.1 only; this is YAML 1.2.",
                "Write the keys out; retry and timeout of all steps go under defaults.");
        }
        else if (scalar.Type == CoreType.Null)
        {
            problems.Error(DiagnosticCodes.KeyNotText, scalar.Place, "a value has no key.", "Write a key before the colon.");
        }
        else if (!_byText.TryAdd(scalar.Text, scalar))
        {
            problems.Error(DiagnosticCodes.DuplicateKey, scalar.Place,
                $"the key '{Shown.Text(scalar.Text)}' stands here a second time; it is already on line {_byText[scalar.Text].Place.Line}.",
                "Keep one of them.");
        }
        else
        {
            _entries.Add(new YamlEntry(scalar, value));
        }
    }
}
