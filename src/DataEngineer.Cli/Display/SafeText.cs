using System.Globalization;
using System.Text;
using Spectre.Console.Rendering;

namespace DataEngineer.Cli.Display;

/// <summary>Texts from definitions, data and errors made fit for a terminal: nothing in them can steer it, and they keep to a width.</summary>
internal static class SafeText
{
    /// <summary>Control and direction characters become a visible stand-in; line breaks stay.</summary>
    public static string Of(string text) => Replace(text, keepLines: true);

    /// <summary>The same on one line.</summary>
    public static string Line(string text) => Replace(text, keepLines: false);

    /// <summary>How many columns a text takes.</summary>
    public static int Width(string text) => new Segment(text).CellCount();

    /// <summary>On one line, cut with an ellipsis where it is wider, filled with spaces where it is narrower.</summary>
    public static string Fit(string text, int width)
    {
        var cut = Cut(Line(text), width);
        return cut + new string(' ', Math.Max(0, width - Width(cut)));
    }

    /// <summary>On one line, cut with an ellipsis where it is wider.</summary>
    public static string Cut(string text, int width)
    {
        var line = Line(text);
        if (Width(line) <= width)
        {
            return line;
        }

        var kept = new StringBuilder();
        var columns = 1;
        foreach (var character in Graphemes(line))
        {
            columns += Width(character);
            if (columns > width)
            {
                break;
            }

            kept.Append(character);
        }

        return width > 0 ? kept.Append('…').ToString() : "";
    }

    private static string Replace(string text, bool keepLines)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            safe.Append(c switch
            {
                '\n' => keepLines ? c : ' ',
                '\t' => ' ',
                _ => IsHarmless(c) ? c : '\uFFFD',
            });
        }

        return safe.ToString();
    }

    private static bool IsHarmless(char c) =>
        !char.IsControl(c) && (char.GetUnicodeCategory(c) != UnicodeCategory.Format || c is '\u200D' or '\u200C');

    private static IEnumerable<string> Graphemes(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            yield return elements.GetTextElement();
        }
    }
}
