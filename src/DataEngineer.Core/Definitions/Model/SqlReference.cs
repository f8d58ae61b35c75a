namespace DataEngineer.Definitions.Model;

/// <summary>Tells whether a <c>sql:</c> value is a path or the text itself.</summary>
public static class SqlReference
{
    /// <summary>True for a single line that ends with .sql; everything else is SQL.</summary>
    public static bool IsPath(string sql) =>
        sql.EndsWith(".sql", StringComparison.OrdinalIgnoreCase) && !sql.AsSpan().ContainsAny('\n', '\r');
}
