using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Tree;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DataEngineer.Definitions.Yaml;

/// <summary>The parser's events, one ahead; whatever the parser throws becomes one diagnostic and the end.</summary>
internal sealed class YamlEvents
{
    private readonly Parser _parser;
    private readonly Problems _problems;
    private readonly string _text;

    public YamlEvents(string text, Problems problems)
    {
        _text = text;
        _problems = problems;
        _parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
    }

    public ParsingEvent? Current { get; private set; }

    public bool Stopped { get; private set; }

    public int Count { get; private set; }

    public static SourcePosition PlaceOf(Mark mark) => new((int)mark.Line, (int)mark.Column);

    public void MoveNext()
    {
        if (Stopped)
        {
            return;
        }

        var last = Current is null ? new SourcePosition(1, 1) : PlaceOf(Current.End);
        try
        {
            if (_parser.MoveNext())
            {
                Current = _parser.Current;
                Count++;
            }
        }
        catch (YamlException refused)
        {
            Refuse(PlaceOf(refused.Start), refused.Message);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The scanner has states of its own that some malformed texts break, such as a plain scalar in an unclosed bracket.
            Refuse(last, "");
        }
    }

    public void Stop(string code, SourcePosition place, string message, string? fix)
    {
        _problems.Error(code, place, message, fix);
        Stopped = true;
    }

    /// <summary>Ends reading at a place where the text stops being YAML.</summary>
    public void Refuse(SourcePosition place, string reason)
    {
        var (code, where, message, fix) = SyntaxAdvice.For(_text, place, reason);
        Stop(code, where, message, fix);
    }
}
