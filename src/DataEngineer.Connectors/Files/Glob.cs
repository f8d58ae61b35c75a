using System.Text;
using System.Text.RegularExpressions;

namespace DataEngineer.Connectors.Files;

/// <summary>
/// A path pattern: ? is one character, * any number, both within a name; ** any number of folders. As in a shell, names that begin
/// with a dot are found only where the pattern's name begins with one.
/// </summary>
internal sealed class Glob
{
    private readonly string _pattern;
    private readonly Regex? _regex;

    public Glob(string pattern)
    {
        _pattern = pattern;
        var wildcard = pattern.AsSpan().IndexOfAny('*', '?');
        LiteralPrefix = wildcard < 0 ? pattern : pattern[..wildcard];
        _regex = wildcard < 0 ? null : new Regex(Translate(pattern), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }

    /// <summary>What every match begins with.</summary>
    public string LiteralPrefix { get; }

    public bool Matches(string path) => _regex is null ? path == _pattern : _regex.IsMatch(path);

    private static string Translate(string pattern)
    {
        var names = pattern.Split('/');
        var regex = new StringBuilder("^");
        for (var i = 0; i < names.Length; i++)
        {
            var last = i == names.Length - 1;
            if (names[i] == "**")
            {
                regex.Append(last ? @"([^/.][^/]*/)*[^/.][^/]*" : @"([^/.][^/]*/)*");
                continue;
            }

            TranslateName(names[i], regex);
            if (!last)
            {
                regex.Append('/');
            }
        }

        return regex.Append('$').ToString();
    }

    private static void TranslateName(string name, StringBuilder regex)
    {
        for (var i = 0; i < name.Length; i++)
        {
            regex.Append((name[i], i) switch
            {
                ('*', 0) => @"([^/.][^/]*)?",
                ('*', _) => @"[^/]*",
                ('?', 0) => @"[^/.]",
                ('?', _) => @"[^/]",
                _ => Regex.Escape(name[i].ToString()),
            });
        }
    }
}
