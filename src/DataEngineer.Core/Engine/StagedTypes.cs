using System.Text.RegularExpressions;
using DataEngineer.Plans;

namespace DataEngineer.Engine;

/// <summary>
/// Parquet has no 128-bit integers and the engine would write them as DOUBLE, losing digits: they are staged as DECIMAL(38,0), which
/// holds what sums of BIGINT give. Enums are staged as VARCHAR, fixed-size arrays as lists.
/// </summary>
internal static partial class StagedTypes
{
    /// <summary>What a column is selected as, so that Parquet keeps its values.</summary>
    public static string Projection(Column column)
    {
        var staged = Of(column.Type);
        return staged == column.Type ? Sql.Name(column.Name) : $"CAST({Sql.Name(column.Name)} AS {staged}) AS {Sql.Name(column.Name)}";
    }

    /// <summary>The type that values of the type are staged as.</summary>
    public static string Of(string type) =>
        HugeIntegers().Replace(type, match => match.ValueSpan[0] == '"' ? match.Value : "DECIMAL(38,0)");

    [GeneratedRegex("\"[^\"]*\"|\\bU?HUGEINT\\b(?!\\s+[\\w\"])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HugeIntegers();
}
