using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace DataEngineer.Activities.Quality.Values;

/// <summary>A column's type as rules see it.</summary>
/// <param name="Name">As DuckDB writes it.</param>
/// <param name="Scale">Digits after the point of an exact number; 0 for whole ones.</param>
/// <param name="Min">The smallest exact number it holds, in units of its last digit.</param>
/// <param name="Max">The largest exact number it holds, in units of its last digit.</param>
internal sealed partial record ColumnType(string Name, ColumnKind Kind, int Scale = 0, BigInteger Min = default, BigInteger Max = default)
{
    /// <summary>True for the whole numbers up to 64 bits, whose values can stand for places in a bit string.</summary>
    public bool IsWhole => Kind == ColumnKind.Exact && Scale == 0 && Max <= long.MaxValue;

    public static ColumnType Parse(string name) => name.ToUpperInvariant() switch
    {
        "TINYINT" => Signed(name, 8),
        "SMALLINT" => Signed(name, 16),
        "INTEGER" => Signed(name, 32),
        "BIGINT" => Signed(name, 64),
        "HUGEINT" => Signed(name, 128),
        "UTINYINT" => Unsigned(name, 8),
        "USMALLINT" => Unsigned(name, 16),
        "UINTEGER" => Unsigned(name, 32),
        "UBIGINT" => Unsigned(name, 64),
        "UHUGEINT" => Unsigned(name, 128),
        "FLOAT" or "DOUBLE" => new(name, ColumnKind.Floating),
        "VARCHAR" => new(name, ColumnKind.Text),
        "BOOLEAN" => new(name, ColumnKind.Boolean),
        "DATE" => new(name, ColumnKind.Date),
        "TIMESTAMP" or "TIMESTAMP_S" or "TIMESTAMP_MS" or "TIMESTAMP_NS" => new(name, ColumnKind.Timestamp),
        "TIMESTAMP WITH TIME ZONE" or "TIMESTAMPTZ" => new(name, ColumnKind.TimestampTz),
        "TIME" => new(name, ColumnKind.Time),
        _ when DecimalName().Match(name) is { Success: true } written => Decimal(name, written),
        _ => new(name, NestedName().IsMatch(name) ? ColumnKind.Nested : ColumnKind.Other),
    };

    private static ColumnType Signed(string name, int bits) =>
        new(name, ColumnKind.Exact, 0, -BigInteger.Pow(2, bits - 1), BigInteger.Pow(2, bits - 1) - 1);

    private static ColumnType Unsigned(string name, int bits) =>
        new(name, ColumnKind.Exact, 0, BigInteger.Zero, BigInteger.Pow(2, bits) - 1);

    private static ColumnType Decimal(string name, Match written)
    {
        var largest = BigInteger.Pow(10, int.Parse(written.Groups["width"].ValueSpan, CultureInfo.InvariantCulture)) - 1;
        return new(name, ColumnKind.Exact, int.Parse(written.Groups["scale"].ValueSpan, CultureInfo.InvariantCulture), -largest, largest);
    }

    [GeneratedRegex(@"^DECIMAL\((?<width>\d{1,2}),\s*(?<scale>\d{1,2})\)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DecimalName();

    [GeneratedRegex(@"\]$|^(STRUCT|MAP|UNION|LIST|VARIANT)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NestedName();
}
