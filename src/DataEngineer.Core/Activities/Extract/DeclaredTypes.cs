using System.Text.RegularExpressions;
using DataEngineer.Engine;
using DuckDB.NET.Data;

namespace DataEngineer.Activities.Extract;

/// <summary>The types that columns: names, in the engine's own spelling.</summary>
internal static partial class DeclaredTypes
{
    public static IReadOnlyDictionary<string, string> Resolve(DuckSession session, string what, IReadOnlyDictionary<string, string> columns, CancellationToken cancellationToken)
    {
        var resolved = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (column, type) in columns)
        {
            if (!Written().IsMatch(type))
            {
                throw ExtractErrors.UnknownType(what, column, type);
            }

            try
            {
                resolved[column] = session.Query($"DESCRIBE SELECT CAST(NULL AS {type}) AS c", row => row.GetString(1), cancellationToken)[0];
            }
            catch (DuckDBException)
            {
                throw ExtractErrors.UnknownType(what, column, type);
            }
        }

        return resolved;
    }

    [GeneratedRegex("""^[A-Za-z_][A-Za-z0-9_ ]*(\s*\([A-Za-z0-9_ ,"'()\[\]]*\))?[A-Za-z ]*(\[\d*\])*$""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Written();
}
