namespace DataEngineer.Planning.Queries;

/// <summary>Cuts SQL and the engine's messages to what fits into one line.</summary>
internal static class SqlExcerpt
{
    private const int Longest = 80;

    /// <summary>The line around an index; of a long line the part around it.</summary>
    public static string Around(string sql, int index)
    {
        var start = index == 0 ? 0 : sql.LastIndexOf('\n', index - 1) + 1;
        var end = sql.IndexOf('\n', start);
        var line = sql[start..(end < 0 ? sql.Length : end)];
        var from = Math.Clamp(index - start - (Longest / 2), 0, Math.Max(line.Length - Longest, 0));
        var part = line.Substring(from, Math.Min(Longest, line.Length - from)).Trim();
        return $"{(from > 0 ? "…" : "")}{part}{(from + Longest < line.Length ? "…" : "")}";
    }

    /// <summary>A text on one line, cut where it is long.</summary>
    public static string Short(string text)
    {
        var line = text.Split('\n')[0].TrimEnd();
        return line.Length > Longest ? string.Concat(line.AsSpan(0, Longest), "…") : line;
    }
}
