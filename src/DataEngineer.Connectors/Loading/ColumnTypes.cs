using System.Globalization;
using System.Text.RegularExpressions;

namespace DataEngineer.Connectors.Loading;

/// <summary>Which types of a dataset a column of a table takes without loss, by their DuckDB names.</summary>
internal static partial class ColumnTypes
{
    private static readonly Dictionary<string, (bool Signed, int Bits, int Digits)> s_integers = new(StringComparer.Ordinal)
    {
        ["TINYINT"] = (true, 8, 3),
        ["SMALLINT"] = (true, 16, 5),
        ["INTEGER"] = (true, 32, 10),
        ["BIGINT"] = (true, 64, 19),
        ["HUGEINT"] = (true, 128, 39),
        ["UTINYINT"] = (false, 8, 3),
        ["USMALLINT"] = (false, 16, 5),
        ["UINTEGER"] = (false, 32, 10),
        ["UBIGINT"] = (false, 64, 20),
        ["UHUGEINT"] = (false, 128, 39),
    };

    private static readonly string[] s_clocks = ["DATE", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP"];

    /// <summary>True where every value of <paramref name="from"/> is a value of <paramref name="to"/>. Nested types must be equal.</summary>
    public static bool Fits(string from, string to) =>
        from == to
        || FitsInteger(from, to)
        || FitsDecimal(from, to)
        || (from == "FLOAT" && to == "DOUBLE")
        || (to == "VARCHAR" && (from is "UUID" or "JSON" || IsEnum(from)))
        || (Array.IndexOf(s_clocks, from) is >= 0 and var clock && Array.IndexOf(s_clocks, to) > clock);

    /// <summary>A calendar date.</summary>
    public static bool IsDate(string type) => type == "DATE";

    /// <summary>A timestamp without a time zone, of any precision.</summary>
    public static bool IsTimestamp(string type) => type is "TIMESTAMP" or "TIMESTAMP_S" or "TIMESTAMP_MS" or "TIMESTAMP_NS";

    /// <summary>A moment.</summary>
    public static bool IsInstant(string type) => type == "TIMESTAMP WITH TIME ZONE";

    /// <summary>A type that Parquet has no place for: staged as DOUBLE, unless staged as DECIMAL(38,0).</summary>
    public static bool IsHuge(string type) => type is "HUGEINT" or "UHUGEINT";

    private static bool IsEnum(string type) => type.StartsWith("ENUM(", StringComparison.Ordinal) && type.EndsWith(')');

    private static bool FitsInteger(string from, string to)
    {
        if (!s_integers.TryGetValue(from, out var source))
        {
            return false;
        }

        return s_integers.TryGetValue(to, out var target)
            ? (source.Signed == target.Signed && source.Bits < target.Bits) || (!source.Signed && target.Signed && source.Bits < target.Bits)
            : (to == "DOUBLE" && source.Bits <= 32)
                || (to == "FLOAT" && source.Bits <= 16)
                || (TryDecimal(to, out var width, out var scale) && width - scale >= source.Digits);
    }

    private static bool FitsDecimal(string from, string to)
    {
        if (!TryDecimal(from, out var width, out var scale))
        {
            return false;
        }

        return TryDecimal(to, out var targetWidth, out var targetScale)
            ? targetScale >= scale && targetWidth - targetScale >= width - scale
            : scale == 0 && s_integers.TryGetValue(to, out var target) && target.Signed && width < target.Digits;
    }

    private static bool TryDecimal(string type, out int width, out int scale)
    {
        var match = Decimal().Match(type);
        width = match.Success ? int.Parse(match.Groups["width"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        scale = match.Success ? int.Parse(match.Groups["scale"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        return match.Success;
    }

    [GeneratedRegex(@"^DECIMAL\((?<width>\d+),(?<scale>\d+)\)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Decimal();
}
