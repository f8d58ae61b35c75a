namespace DataEngineer.Activities.Extract;

/// <summary>
/// Integers are read as text and cast here: the engine's own readers round 1.7 to 2 without a word. What fits is a whole number however
/// it is written: 12, 12.0, 1e3.
/// </summary>
internal static class WholeNumber
{
    private static readonly HashSet<string> Types = new(
        ["TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT"], StringComparer.Ordinal);

    public static bool Is(string type) => Types.Contains(type);

    /// <summary>The value, or an error.</summary>
    public static string Strict(string text, string type) =>
        $"CASE WHEN CAST({text} AS DOUBLE) <> CAST({text} AS {type}) THEN error('not whole') ELSE CAST({text} AS {type}) END";

    /// <summary>The value, or null.</summary>
    public static string Try(string text, string type) =>
        $"CASE WHEN TRY_CAST({text} AS DOUBLE) = TRY_CAST({text} AS {type}) THEN TRY_CAST({text} AS {type}) END";
}
