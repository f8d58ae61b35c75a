using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace DataEngineer.Connectors.Loading;

/// <summary>A table as a load names it. Letter case tells no two tables apart, as in SQL.</summary>
/// <param name="Schema">main where none was given.</param>
internal sealed partial record TableName(string Schema, string Table)
{
    public const string DefaultSchema = "main";

    public const string ReservedSchema = "_dataeng";

    private static readonly string[] s_reserved = [ReservedSchema, "information_schema", "pg_catalog"];

    public bool IsReserved => s_reserved.Contains(Schema, StringComparer.OrdinalIgnoreCase);

    public override string ToString() => Schema == DefaultSchema ? Table : $"{Schema}.{Table}";

    public static bool TryParse(string text, [NotNullWhen(true)] out TableName? name)
    {
        var parts = text.Split('.');
        name = parts.Length is 1 or 2 && Array.TrueForAll(parts, part => Part().IsMatch(part))
            ? new TableName(parts.Length == 2 && !IsDefault(parts[0]) ? parts[0] : DefaultSchema, parts[^1])
            : null;
        return name is not null;
    }

    private static bool IsDefault(string schema) => string.Equals(schema, DefaultSchema, StringComparison.OrdinalIgnoreCase);

    /// <summary>A letter or underscore, then letters, digits, underscores, and, inside, blanks and hyphens: safe as a folder's name too.</summary>
    [GeneratedRegex(@"^[\p{L}_]([\p{L}\p{N}_ -]{0,61}[\p{L}\p{N}_])?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Part();
}
