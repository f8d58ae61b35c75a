using System.Globalization;
using System.Text.RegularExpressions;

namespace DataEngineer.Definitions.Values;

/// <summary>A number of bytes, written 512MB, 2GB or 1GiB; K, M, G, T are powers of 1000, Ki, Mi, Gi, Ti of 1024.</summary>
public readonly partial record struct ByteSize(long Bytes)
{
    /// <summary>A thousand million bytes.</summary>
    public static ByteSize OneGigabyte { get; } = new(1_000_000_000);

    /// <summary>Reads the written form; false where it is not one or does not fit.</summary>
    public static bool TryParse(string text, out ByteSize size)
    {
        size = default;
        var match = Written().Match(text);
        if (!match.Success || !decimal.TryParse(match.Groups["value"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        decimal unit = match.Groups["binary"].Success ? 1024 : 1000;
        var power = match.Groups["prefix"].Success ? "KMGT".IndexOf(match.Groups["prefix"].Value, StringComparison.OrdinalIgnoreCase) + 1 : 0;
        for (var i = 0; i < power; i++)
        {
            value *= unit;
        }

        if (value > long.MaxValue)
        {
            return false;
        }

        size = new ByteSize((long)value);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Bytes switch
    {
        >= 1_000_000_000 when Bytes % 100_000_000 == 0 => string.Create(CultureInfo.InvariantCulture, $"{Bytes / 1e9:0.#}GB"),
        >= 1_000_000 when Bytes % 100_000 == 0 => string.Create(CultureInfo.InvariantCulture, $"{Bytes / 1e6:0.#}MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Bytes}B"),
    };

    [GeneratedRegex(@"^\s*(?<value>\d{1,15}(\.\d{1,6})?)\s*((?<prefix>[KMGT])(?<binary>i)?)?B\s*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Written();
}
