namespace DataEngineer.Engine;

/// <summary>Writes names and texts into SQL that this software composes.</summary>
public static class Sql
{
    /// <summary>A quoted identifier.</summary>
    public static string Name(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Quoted identifiers with commas between.</summary>
    public static string Names(IEnumerable<string> identifiers) => string.Join(", ", identifiers.Select(Name));

    /// <summary>A text literal.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A list literal of texts.</summary>
    public static string List(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Literal))}]";
}
