using System.Globalization;
using DataEngineer.Definitions.Yaml;

namespace DataEngineer.Definitions.Scalars;

/// <summary>YAML's numbers as .NET and JSON write them.</summary>
internal static class Numbers
{
    /// <summary>Reads 12, +12, -12, 0x1F and 0o17; false beyond 64 bits.</summary>
    public static bool TryWhole(string text, out long value)
    {
        if (text.StartsWith("0x", StringComparison.Ordinal))
        {
            return long.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value) && value >= 0;
        }

        if (text.StartsWith("0o", StringComparison.Ordinal))
        {
            return TryOctal(text.AsSpan(2), out value);
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>The number as JSON writes it, exact; false for what is no number and for infinity and NaN.</summary>
    public static bool TryJson(YamlScalar scalar, out string json)
    {
        json = "";
        if (scalar.Type == CoreType.Integer && TryWhole(scalar.Text, out var whole))
        {
            json = whole.ToString(CultureInfo.InvariantCulture);
            return true;
        }

        if (scalar.Type is not (CoreType.Integer or CoreType.Number) || !scalar.Text.All(IsDecimal))
        {
            return false;
        }

        json = Canonical(scalar.Text);
        return double.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value);
    }

    private static bool IsDecimal(char c) => char.IsAsciiDigit(c) || c is '+' or '-' or '.' or 'e' or 'E';

    private static string Canonical(string text)
    {
        var sign = text[0] == '-' ? "-" : "";
        var unsigned = text.TrimStart('+', '-');
        var exponentAt = unsigned.IndexOfAny(['e', 'E']);
        var exponent = exponentAt < 0 ? "" : unsigned[exponentAt..];
        var parts = (exponentAt < 0 ? unsigned : unsigned[..exponentAt]).Split('.');
        var whole = parts[0].TrimStart('0');
        var fraction = parts.Length > 1 && parts[1].Length > 0 ? "." + parts[1] : "";
        return $"{sign}{(whole.Length == 0 ? "0" : whole)}{fraction}{exponent}";
    }

    private static bool TryOctal(ReadOnlySpan<char> digits, out long value)
    {
        value = 0;
        foreach (var digit in digits)
        {
            if (value > long.MaxValue >> 3)
            {
                return false;
            }

            value = (value << 3) | (long)(digit - '0');
        }

        return true;
    }
}
