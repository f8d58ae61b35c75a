using System.Globalization;

namespace DataEngineer.Planning.Queries;

/// <summary>
/// Splits DuckDB SQL into tokens. The engine's parser tells neither where a parameter stands nor anything of statements other than
/// SELECT; this does, and it must know comments, quotes and dollar quotes to do so.
/// </summary>
internal static class SqlLexer
{
    public static IReadOnlyList<SqlToken> Read(string sql)
    {
        var tokens = new List<SqlToken>();
        var depth = 0;
        for (var at = 0; at < sql.Length;)
        {
            var end = Passed(sql, at);
            if (end > at)
            {
                at = end;
                continue;
            }

            var kind = Next(sql, at, out end);
            depth -= sql[at] is ')' or ']' ? 1 : 0;
            tokens.Add(new SqlToken(kind, Text(kind, sql.AsSpan(at, end - at)), at, depth));
            depth += sql[at] is '(' or '[' ? 1 : 0;
            at = end;
        }

        return tokens;
    }

    /// <summary>The end of white space or a comment that begins here; here where none does.</summary>
    private static int Passed(string sql, int at)
    {
        if (char.IsWhiteSpace(sql[at]))
        {
            return at + 1;
        }

        if (Starts(sql, at, "--"))
        {
            var end = sql.IndexOf('\n', at);
            return end < 0 ? sql.Length : end + 1;
        }

        return Starts(sql, at, "/*") ? CommentEnd(sql, at) : at;
    }

    private static int CommentEnd(string sql, int at)
    {
        for (var open = 0; at < sql.Length;)
        {
            var opens = Starts(sql, at, "/*");
            var closes = Starts(sql, at, "*/");
            open += opens ? 1 : closes ? -1 : 0;
            at += opens || closes ? 2 : 1;
            if (open == 0)
            {
                break;
            }
        }

        return at;
    }

    private static SqlTokenKind Next(string sql, int at, out int end)
    {
        switch (sql[at])
        {
            case ';':
                end = at + 1;
                return SqlTokenKind.Semicolon;
            case '?':
                end = at + 1;
                return SqlTokenKind.Positional;
            case '\'' or '"':
                end = QuoteEnd(sql, at, escapes: false);
                return SqlTokenKind.Other;
            case 'e' or 'E' when at + 1 < sql.Length && sql[at + 1] == '\'':
                end = QuoteEnd(sql, at + 1, escapes: true);
                return SqlTokenKind.Other;
            case '$':
                return Dollar(sql, at, out end);
            case var c when IsWordStart(c):
                end = WordEnd(sql, at + 1, dollars: true);
                return SqlTokenKind.Word;
            case var c when char.IsAsciiDigit(c):
                end = WordEnd(sql, at + 1, dollars: false);
                return SqlTokenKind.Other;
            default:
                end = at + 1;
                return SqlTokenKind.Other;
        }
    }

    private static SqlTokenKind Dollar(string sql, int at, out int end)
    {
        end = WordEnd(sql, at + 1, dollars: false);
        var named = end > at + 1;
        if (named && char.IsAsciiDigit(sql[at + 1]))
        {
            return SqlTokenKind.Positional;
        }

        if (end < sql.Length && sql[end] == '$')
        {
            var tag = sql[at..(end + 1)];
            var close = sql.IndexOf(tag, end + 1, StringComparison.Ordinal);
            end = close < 0 ? sql.Length : close + tag.Length;
            return SqlTokenKind.Other;
        }

        return named ? SqlTokenKind.Parameter : SqlTokenKind.Positional;
    }

    private static int QuoteEnd(string sql, int at, bool escapes)
    {
        var quote = sql[at];
        for (at++; at < sql.Length; at++)
        {
            if (escapes && sql[at] == '\\')
            {
                at++;
            }
            else if (sql[at] == quote && at + 1 < sql.Length && sql[at + 1] == quote)
            {
                at++;
            }
            else if (sql[at] == quote)
            {
                return at + 1;
            }
        }

        return sql.Length;
    }

    private static int WordEnd(string sql, int at, bool dollars)
    {
        while (at < sql.Length && (IsWordStart(sql[at]) || char.IsAsciiDigit(sql[at]) || (dollars && sql[at] == '$')))
        {
            at++;
        }

        return at;
    }

    private static string Text(SqlTokenKind kind, ReadOnlySpan<char> text) => kind switch
    {
        SqlTokenKind.Word => text.ToString().ToUpper(CultureInfo.InvariantCulture),
        SqlTokenKind.Parameter => text[1..].ToString().ToLowerInvariant(),
        _ => text.Length == 1 ? text.ToString() : "",
    };

    private static bool IsWordStart(char c) => char.IsAsciiLetter(c) || c == '_' || c > 127;

    private static bool Starts(string sql, int at, string sign) => string.CompareOrdinal(sql, at, sign, 0, sign.Length) == 0;
}
