using System.Text.RegularExpressions;
using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Tree;

namespace DataEngineer.Definitions.Yaml;

/// <summary>Says in a person's words what is wrong at a place that the parser refused.</summary>
internal static partial class SyntaxAdvice
{
    public static (string Code, SourcePosition Place, string Message, string Fix) For(string text, SourcePosition place, string reason)
    {
        var lines = text.Split('\n', place.Line + 2);
        var line = LineOf(lines, place.Line);
        var next = LineOf(lines, place.Line + 1);
        if (Tabbed(line) is { } tab)
        {
            return (DiagnosticCodes.Tab, new SourcePosition(place.Line, tab), "the line is indented with a tab; YAML indents with spaces.", "Replace the tab by two spaces.");
        }

        if (Tabbed(next) is { } nextTab)
        {
            return (DiagnosticCodes.Tab, new SourcePosition(place.Line + 1, nextTab), "the line is indented with a tab; YAML indents with spaces.", "Replace the tab by two spaces.");
        }

        var (message, fix) = Explain(line, place.Column, reason);
        return (DiagnosticCodes.Syntax, place, $"this is not YAML: {message}.", fix);
    }

    private static (string Message, string Fix) Explain(string line, int column, string reason)
    {
        var at = column >= 1 && column <= line.Length ? line[column - 1] : '\0';
        if (UnquotedTemplate().IsMatch(line))
        {
            return ("a value that begins with {{ reads as a mapping", "Put the value into quotes: \"{{ … }}\".");
        }

        if (at is '@' or '`' or '%')
        {
            return ($"a value cannot begin with {at}", "Put the value into quotes.");
        }

        if (Has(reason, "invalid mapping"))
        {
            return ("a second ': ' stands in the line", "Put a value that holds ': ' into quotes, or write what is nested on lines of its own.");
        }

        if (Has(reason, "quoted scalar"))
        {
            return ("a quote that opens here is not closed", "Close it, or double a quote that belongs to the text.");
        }

        if (Has(reason, "flow") || reason.Length == 0)
        {
            return ("a bracket or brace is not closed, or a comma is missing", "Close it.");
        }

        if (Has(reason, "expected '-' indicator"))
        {
            return ("a list goes on without '-'", "Begin the line with '- ', or indent it as its neighbours are.");
        }

        if (Has(reason, "expected key"))
        {
            return ("a key was expected", "Indent the line as its neighbours are; put the whole of a value into quotes, not a part.");
        }

        return (Plain(reason), "Compare the line's indentation and quotes with its neighbours.");
    }

    private static string Plain(string reason)
    {
        var flat = reason.ReplaceLineEndings(" ").Trim().TrimEnd('.');
        return flat.Length == 0 ? "the line cannot be read" : char.ToLowerInvariant(flat[0]) + flat[1..];
    }

    private static bool Has(string reason, string words) => reason.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static string LineOf(string[] lines, int number) => number >= 1 && number <= lines.Length ? lines[number - 1].Split('\n')[0] : "";

    private static int? Tabbed(string line)
    {
        var indentation = line.AsSpan()[..(line.Length - line.AsSpan().TrimStart(" \t").Length)];
        var tab = indentation.IndexOf('\t');
        return tab >= 0 && indentation.Length < line.TrimEnd('\r').Length ? tab + 1 : null;
    }

    [GeneratedRegex(@"[:\-,\[]\s+\{\{", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex UnquotedTemplate();
}
