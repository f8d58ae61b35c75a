using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Tree;

namespace DataEngineer.Definitions.Yaml;

/// <summary>What anchors stand for, and how many values each alias of them would add.</summary>
internal sealed class YamlAnchors(Problems problems)
{
    private readonly Dictionary<string, YamlAnchored?> _known = new(StringComparer.Ordinal);

    /// <summary>Aliases seen.</summary>
    public int Aliases { get; private set; }

    /// <summary>The anchored value begins; until it ends an alias of it would be a circle.</summary>
    public void Open(string anchor) => _known[anchor] = null;

    public void Close(string anchor, YamlAnchored anchored) => _known[anchor] = anchored;

    /// <summary>What the alias stands for, or null where a problem was reported.</summary>
    public YamlAnchored? Resolve(string anchor, SourcePosition place)
    {
        Aliases++;
        if (!_known.TryGetValue(anchor, out var target))
        {
            problems.Error(DiagnosticCodes.BadAlias, place, $"the alias '*{Shown.Text(anchor)}' names no anchor that stands before it.",
                "Put text that begins with * into quotes.");
        }
        else if (target is null)
        {
            problems.Error(DiagnosticCodes.BadAlias, place, $"the alias '*{Shown.Text(anchor)}' stands inside what it names.", "Write the value out.");
        }

        return target;
    }
}
