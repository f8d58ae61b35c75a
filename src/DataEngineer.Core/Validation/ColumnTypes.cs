using System.Text.RegularExpressions;
using DataEngineer.Definitions.Naming;

namespace DataEngineer.Validation;

/// <summary>Judges the writing of DuckDB types; whether a type exists the engine says when the query is planned.</summary>
internal static partial class ColumnTypes
{
    private static readonly string[] Common =
    [
        "BIGINT", "BIT", "BLOB", "BOOL", "BOOLEAN", "BYTEA", "CHAR", "DATE", "DATETIME", "DEC", "DECIMAL", "DOUBLE", "ENUM", "FLOAT", "FLOAT4", "FLOAT8",
        "HUGEINT", "INT", "INT1", "INT2", "INT4", "INT8", "INT16", "INT32", "INT64", "INT128", "INTEGER", "INTERVAL", "JSON", "LONG", "MAP", "NUMERIC", "REAL",
        "SHORT", "SIGNED", "SMALLINT", "STRING", "STRUCT", "TEXT", "TIME", "TIMETZ", "TIMESTAMP", "TIMESTAMPTZ", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS",
        "TIMESTAMP_US", "TINYINT", "UBIGINT", "UHUGEINT", "UINT8", "UINT16", "UINT32", "UINT64", "UINT128", "UINTEGER", "UNION", "USMALLINT", "UTINYINT", "UUID",
        "VARBINARY", "VARCHAR", "BINARY", "BPCHAR", "NVARCHAR", "BITSTRING", "LOGICAL", "BIGNUM", "VARIANT", "GUID", "OID",
    ];

    /// <summary>What is wrong with it; null where it may be a type.</summary>
    public static ColumnTypeProblem? Problem(string type)
    {
        var match = Written().Match(type);
        if (!match.Success)
        {
            return new ColumnTypeProblem("Types are written such as VARCHAR, DECIMAL(12,2), TIMESTAMPTZ, INTEGER[].");
        }

        var name = match.Groups["name"].Value;
        return Common.Contains(name, StringComparer.OrdinalIgnoreCase) || Suggestion.For(name, Common) is not { } fix ? null : new ColumnTypeProblem(fix);
    }

    [GeneratedRegex(@"^\s*(?<name>[A-Za-z_][A-Za-z0-9_]*)(\s+WITH(OUT)?\s+TIME\s+ZONE|\s+PRECISION|\s+VARYING)?\s*(\([^;]*\))?\s*(\[\d*\]\s*)*\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Written();
}
