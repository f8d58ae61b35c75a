namespace DataEngineer.Planning.Queries;

/// <summary>Says what a statement is from its words, for those that the engine's parser does not describe.</summary>
internal static class StatementKind
{
    private static readonly HashSet<string> Reading =
        new(["SELECT", "WITH", "FROM", "PIVOT", "UNPIVOT", "VALUES", "TABLE", "SUMMARIZE", "DESCRIBE", "DESC", "SHOW"], StringComparer.Ordinal);

    private static readonly HashSet<string> Changing = new(["INSERT", "UPDATE", "DELETE", "MERGE"], StringComparer.Ordinal);

    /// <summary>Where each statement of the text begins.</summary>
    public static IReadOnlyList<int> Beginnings(IReadOnlyList<SqlToken> tokens)
    {
        var beginnings = new List<int>();
        var ended = true;
        foreach (var token in tokens)
        {
            if (ended && token.Kind != SqlTokenKind.Semicolon)
            {
                beginnings.Add(token.Index);
            }

            ended = token.Kind == SqlTokenKind.Semicolon;
        }

        return beginnings;
    }

    /// <summary>True where the statement only reads although the parser does not describe it; PIVOT is the one such kind.</summary>
    public static bool IsPivot(IReadOnlyList<SqlToken> tokens) =>
        Named(tokens) is { } first && Reading.Contains(first) && tokens.Any(token => token is { Kind: SqlTokenKind.Word, Text: "PIVOT" or "PIVOT_WIDER" });

    /// <summary>The word that tells what the statement does: CREATE, COPY, or INSERT after a WITH; null where there is none.</summary>
    public static string? Named(IReadOnlyList<SqlToken> tokens)
    {
        var words = tokens.Where(token => token.Kind == SqlTokenKind.Word);
        var first = words.Select(token => token.Text).FirstOrDefault();
        return first == "WITH" && words.FirstOrDefault(token => token.Depth == 0 && Changing.Contains(token.Text)) is { Text: { } changing }
            ? changing
            : first;
    }

    /// <summary>What such a statement is for, in words.</summary>
    public static string Purpose(string word) => word switch
    {
        "CREATE" or "ALTER" or "DROP" or "TRUNCATE" or "COMMENT" => "changes what a database has",
        "INSERT" or "UPDATE" or "DELETE" or "MERGE" => "changes rows",
        "COPY" or "EXPORT" or "IMPORT" => "reads or writes files",
        "ATTACH" or "DETACH" or "USE" => "opens another database",
        "PRAGMA" or "SET" or "RESET" => "changes the engine's settings",
        "INSTALL" or "LOAD" or "UPDATE_EXTENSIONS" => "loads an extension",
        "BEGIN" or "START" or "COMMIT" or "ROLLBACK" or "ABORT" => "belongs to a transaction",
        "EXPLAIN" or "ANALYZE" => "describes a query",
        _ => "is something else",
    };
}
