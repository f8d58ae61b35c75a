using System.Text.RegularExpressions;

namespace DataEngineer.Activities.Quality.Rules;

/// <summary>A user's query as it can stand in brackets.</summary>
internal static partial class QueryText
{
    /// <summary>The text without semicolons after its end; those in strings, names and comments stay.</summary>
    public static string WithoutTerminator(string sql)
    {
        var terminators = new List<int>();
        foreach (Match token in Tokens().Matches(sql))
        {
            if (token.Value == ";")
            {
                terminators.Add(token.Index);
            }
            else if (!token.Groups["silent"].Success)
            {
                terminators.Clear();
            }
        }

        return terminators.Count == 0 ? sql : string.Concat(sql.Select((c, i) => terminators.Contains(i) ? ' ' : c));
    }

    [GeneratedRegex(@"(?<silent>\s+|--[^\n]*|/\*.*?\*/)|[eE]'([^'\\]|\\.|'')*'|'([^']|'')*'|""([^""]|"""")*""|\$(?<tag>([A-Za-z_]\w*)?)\$.*?\$\k<tag>\$|.", RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tokens();
}
