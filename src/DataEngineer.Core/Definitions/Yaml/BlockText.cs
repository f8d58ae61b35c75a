using DataEngineer.Definitions.Tree;

namespace DataEngineer.Definitions.Yaml;

/// <summary>Finds where the text of a block scalar (| or &gt;) begins, so that a line of SQL can be found in its YAML file.</summary>
internal static class BlockText
{
    /// <summary>The line after the indicator, and the column after the indentation that the parser took away.</summary>
    public static SourcePosition PlaceOf(string file, int indicatorIndex, SourcePosition indicator, string text)
    {
        var lines = file.AsSpan(Math.Min(indicatorIndex, file.Length)).EnumerateLines();
        lines.MoveNext();
        foreach (var textLine in text.AsSpan().EnumerateLines())
        {
            if (!lines.MoveNext())
            {
                break;
            }

            if (!textLine.IsWhiteSpace())
            {
                var taken = Spaces(lines.Current) - Spaces(textLine);
                return new SourcePosition(indicator.Line + 1, Math.Max(taken, 0) + 1);
            }
        }

        return new SourcePosition(indicator.Line + 1, 1);
    }

    private static int Spaces(ReadOnlySpan<char> line) => line.Length - line.TrimStart(' ').Length;
}
