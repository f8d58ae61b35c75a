namespace DataEngineer.Engine;

/// <summary>Splits SQL into words and marks; comments are left out, quoted texts and names are one token each.</summary>
internal static class SqlTokens
{
    /// <summary>Whether a name occurs as a word or quoted name; it may be a column's.</summary>
    public static bool Mentions(string sql, string name) => Of(sql).Any(token =>
        sql.AsSpan(token.Start, token.Length).Trim('"').Equals(name, StringComparison.OrdinalIgnoreCase));

    public static IEnumerable<(int Start, int Length)> Of(string sql)
    {
        var at = 0;
        while (at < sql.Length)
        {
            if (char.IsWhiteSpace(sql[at]))
            {
                at++;
                continue;
            }

            var comment = CommentEnd(sql, at);
            if (comment > at)
            {
                at = comment;
                continue;
            }

            var end = TokenEnd(sql, at);
            yield return (at, end - at);
            at = end;
        }
    }

    private static int CommentEnd(string sql, int at)
    {
        if (sql.AsSpan(at).StartsWith("--"))
        {
            var line = sql.IndexOf('\n', at);
            return line < 0 ? sql.Length : line;
        }

        if (!sql.AsSpan(at).StartsWith("/*"))
        {
            return at;
        }

        var depth = 0;
        for (var i = at; i < sql.Length; i++)
        {
            var rest = sql.AsSpan(i);
            if (rest.StartsWith("/*"))
            {
                (depth, i) = (depth + 1, i + 1);
            }
            else if (rest.StartsWith("*/"))
            {
                (depth, i) = (depth - 1, i + 1);
                if (depth == 0)
                {
                    return i + 1;
                }
            }
        }

        return sql.Length;
    }

    private static int TokenEnd(string sql, int at)
    {
        var c = sql[at];
        if (c is 'e' or 'E' && at + 1 < sql.Length && sql[at + 1] == '\'')
        {
            return QuoteEnd(sql, at + 1, backslash: true);
        }

        if (c is '\'' or '"')
        {
            return QuoteEnd(sql, at, backslash: false);
        }

        if (c == '$')
        {
            return DollarEnd(sql, at);
        }

        if (!IsWord(c))
        {
            return at + 1;
        }

        var end = WordEnd(sql, at);
        while (!char.IsDigit(c) && end < sql.Length && sql[end] == '$')
        {
            end = WordEnd(sql, end + 1);
        }

        return end;
    }

    private static int QuoteEnd(string sql, int at, bool backslash)
    {
        var quote = sql[at];
        for (var i = at + 1; i < sql.Length; i++)
        {
            if (backslash && sql[i] == '\\')
            {
                i++;
            }
            else if (sql[i] == quote)
            {
                if (i + 1 >= sql.Length || sql[i + 1] != quote)
                {
                    return i + 1;
                }

                i++;
            }
        }

        return sql.Length;
    }

    private static int DollarEnd(string sql, int at)
    {
        var tagEnd = at + 1 < sql.Length && char.IsAsciiDigit(sql[at + 1]) ? at + 1 : WordEnd(sql, at + 1);
        if (tagEnd >= sql.Length || sql[tagEnd] != '$')
        {
            return Math.Max(WordEnd(sql, at + 1), at + 1);
        }

        var close = sql.IndexOf(sql[at..(tagEnd + 1)], tagEnd + 1, StringComparison.Ordinal);
        return close < 0 ? sql.Length : close + tagEnd + 1 - at;
    }

    private static int WordEnd(string sql, int at)
    {
        while (at < sql.Length && IsWord(sql[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_' || c > '\x7f';
}
