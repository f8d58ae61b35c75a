using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Tree;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DataEngineer.Definitions.Yaml;

/// <summary>
/// Reads YAML from the parser's events into positioned values, within <see cref="YamlLimits"/>. Every problem is a diagnostic;
/// after those that leave the structure whole it reads on.
/// </summary>
internal sealed class YamlReader
{
    private readonly YamlEvents _events;
    private readonly YamlAnchors _anchors;
    private readonly Problems _problems;
    private readonly string _text;
    private int _values;
    private int _deepest;

    private YamlReader(string text, Problems problems)
    {
        _text = text;
        _problems = problems;
        _events = new YamlEvents(text, problems);
        _anchors = new YamlAnchors(problems);
    }

    public static YamlFile Read(string file, ReadOnlySpan<byte> bytes)
    {
        var problems = new Problems(file);
        var text = SourceText.Decode(bytes, problems);
        if (text is null)
        {
            return new YamlFile("", null, problems, 0);
        }

        var reader = new YamlReader(text, problems);
        var root = reader.ReadDocument();
        return new YamlFile(text, root, problems, reader._events.Count);
    }

    private YamlNode? ReadDocument()
    {
        _events.MoveNext();
        _events.MoveNext();
        if (_events.Current is StreamEnd)
        {
            return Nothing(new SourcePosition(1, 1));
        }

        if (_events.Stopped)
        {
            return null;
        }

        _events.MoveNext();
        var root = ReadNode(1);
        if (_events.Stopped || root is null)
        {
            return null;
        }

        if (root is YamlScalar { Type: CoreType.Null })
        {
            return Nothing(root.Place);
        }

        _events.MoveNext();
        if (_events.Current is DocumentStart second)
        {
            _problems.Error(DiagnosticCodes.SeveralDocuments, YamlEvents.PlaceOf(second.Start),
                "a second YAML document begins here; a file holds one.", "Put it into a file of its own.");
        }

        return _events.Stopped ? null : root;
    }

    private YamlNode? Nothing(SourcePosition place)
    {
        _problems.Error(DiagnosticCodes.Empty, place, "the file holds nothing.", "Write the definition, or delete the file.");
        return null;
    }

    /// <summary>Reads the value at the current event and moves past it; null where reading stopped or an alias stands for nothing.</summary>
    private YamlNode? ReadNode(int depth)
    {
        if (_events.Stopped || _events.Current is not { } current)
        {
            return null;
        }

        var place = YamlEvents.PlaceOf(current.Start);
        if (depth > YamlLimits.Depth && current is MappingStart or SequenceStart)
        {
            StopForDepth(place);
            return null;
        }

        if (current is AnchorAlias alias)
        {
            return ReadAlias(alias, place, depth);
        }

        if (current is not NodeEvent)
        {
            // The parser ends some malformed mappings between a key and its value.
            _events.Refuse(place, "");
            return null;
        }

        if (++_values > YamlLimits.Values)
        {
            StopForValues(place);
            return null;
        }

        var before = _values;
        var deepestBefore = _deepest;
        _deepest = depth;
        var anchor = ReadProperties((NodeEvent)current, place);
        YamlNode? node = current switch
        {
            Scalar scalar => ReadScalar(scalar, place),
            SequenceStart => ReadList(place, depth),
            MappingStart => ReadMap(place, depth),
            _ => throw new InvalidOperationException($"Unknown YAML event {current.GetType().Name}."),
        };
        if (anchor is not null && node is not null)
        {
            _anchors.Close(anchor, new YamlAnchored(node, _values - before + 1, _deepest - depth));
        }

        _deepest = Math.Max(_deepest, deepestBefore);
        return node;
    }

    private string? ReadProperties(NodeEvent node, SourcePosition place)
    {
        if (!node.Tag.IsEmpty)
        {
            _problems.Error(DiagnosticCodes.Tag, place, "the value has a tag; types follow from the key alone.",
                "Remove the tag; put text that looks like a number into quotes.");
        }

        if (node.Anchor.IsEmpty)
        {
            return null;
        }

        _anchors.Open(node.Anchor.Value);
        return node.Anchor.Value;
    }

    private YamlNode? ReadAlias(AnchorAlias alias, SourcePosition place, int depth)
    {
        _events.MoveNext();
        if (_anchors.Resolve(alias.Value.Value, place) is not { } target)
        {
            return new YamlScalar("", IsPlain: true, place);
        }

        if (depth + target.Height > YamlLimits.Depth)
        {
            StopForDepth(place);
            return null;
        }

        _deepest = Math.Max(_deepest, depth + target.Height);
        _values += target.Weight;
        if (_values > YamlLimits.Values || _anchors.Aliases > YamlLimits.Aliases)
        {
            StopForValues(place);
            return null;
        }

        return target.Node;
    }

    private YamlScalar ReadScalar(Scalar scalar, SourcePosition place)
    {
        var isText = SourceText.IsWellFormed(scalar.Value);
        if (!isText)
        {
            _problems.Error(DiagnosticCodes.ControlCharacter, place, "the text has an escape of half a character (U+D800 to U+DFFF).", "Write the character itself.");
        }

        var isBlock = scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded;
        var node = new YamlScalar(isText ? scalar.Value : "", scalar.Style == ScalarStyle.Plain, place,
            isBlock ? BlockText.PlaceOf(_text, (int)scalar.Start.Index, place, scalar.Value) : null);
        _events.MoveNext();
        return node;
    }

    private YamlList? ReadList(SourcePosition place, int depth)
    {
        var items = new List<YamlNode>();
        _events.MoveNext();
        while (!_events.Stopped && _events.Current is not SequenceEnd)
        {
            if (ReadNode(depth + 1) is { } item)
            {
                items.Add(item);
            }
        }

        _events.MoveNext();
        return _events.Stopped ? null : new YamlList(items, place);
    }

    private YamlMap? ReadMap(SourcePosition place, int depth)
    {
        var keys = new YamlKeys(_problems);
        _events.MoveNext();
        while (!_events.Stopped && _events.Current is not MappingEnd)
        {
            var key = ReadNode(depth + 1);
            var value = ReadNode(depth + 1);
            if (key is not null && value is not null)
            {
                keys.Add(key, value);
            }
        }

        _events.MoveNext();
        return _events.Stopped ? null : new YamlMap(keys.Entries, place);
    }

    private void StopForDepth(SourcePosition place) =>
        _events.Stop(DiagnosticCodes.TooDeep, place, $"values lie more than {YamlLimits.Depth} levels deep.", "Flatten them.");

    private void StopForValues(SourcePosition place) => _events.Stop(DiagnosticCodes.TooManyValues, place,
        $"the file stands for more than {YamlLimits.Values} values, or has more than {YamlLimits.Aliases} aliases.",
        "Write fewer; data belongs into data files.");
}
