using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace DataEngineer.Activities.Quality.Values;

/// <summary>A number as written, without loss: digits and how many of them stand after the point.</summary>
internal readonly partial record struct ExactNumber(BigInteger Digits, int Scale)
{
    private const int LargestExponent = 400;

    /// <summary>Reads 12, -1.50, 2e3; false for anything else.</summary>
    public static bool TryParse(string text, out ExactNumber number)
    {
        number = default;
        var match = Written().Match(text);
        var exponent = 0;
        if (!match.Success
            || (match.Groups["exponent"].Success && !int.TryParse(match.Groups["exponent"].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
            || Math.Abs(exponent) > LargestExponent)
        {
            return false;
        }

        var fraction = match.Groups["fraction"].Value;
        var digits = BigInteger.Parse(match.Groups["whole"].Value + fraction, CultureInfo.InvariantCulture);
        var scale = fraction.Length - exponent;
        digits = scale < 0 ? digits * BigInteger.Pow(10, -scale) : digits;
        number = new ExactNumber(match.Groups["minus"].Success ? -digits : digits, Math.Max(scale, 0));
        return true;
    }

    /// <summary>The number in units of the last of <paramref name="scale"/> digits, rounded down; whether nothing was lost.</summary>
    public (BigInteger Units, bool IsExact) ToUnits(int scale)
    {
        if (scale >= Scale)
        {
            return (Digits * BigInteger.Pow(10, scale - Scale), true);
        }

        var quotient = BigInteger.DivRem(Digits, BigInteger.Pow(10, Scale - scale), out var rest);
        return (rest.Sign < 0 ? quotient - 1 : quotient, rest.IsZero);
    }

    /// <summary>Units of the last of <paramref name="scale"/> digits, written with a point.</summary>
    public static string Text(BigInteger units, int scale)
    {
        var digits = BigInteger.Abs(units).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        var sign = units.Sign < 0 ? "-" : "";
        return scale == 0 ? sign + digits : $"{sign}{digits[..^scale]}.{digits[^scale..]}";
    }

    [GeneratedRegex(@"^(\+|(?<minus>-))?(?<whole>\d{1,400})(\.(?<fraction>\d{1,400}))?(e(?<exponent>[+-]?\d{1,9}))?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Written();
}
