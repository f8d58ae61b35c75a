using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace DataEngineer.Definitions.Values;

/// <summary>A bound on failing rows: an operator and a count or a percentage of the rows judged, as in &gt;0, &gt;=10, &gt;1%.</summary>
[JsonConverter(typeof(ThresholdJsonConverter))]
public readonly partial record struct Threshold(ThresholdOperator Operator, decimal Value, bool IsPercent)
{
    /// <summary>&gt;0: beyond it with the first row.</summary>
    public static Threshold AnyRow { get; } = new(ThresholdOperator.GreaterThan, 0, IsPercent: false);

    /// <summary>Reads the written form; false where it is not one.</summary>
    public static bool TryParse(string text, out Threshold threshold)
    {
        threshold = default;
        var match = Written().Match(text);
        if (!match.Success || !decimal.TryParse(match.Groups["value"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        var isPercent = match.Groups["percent"].Success;
        if (isPercent && value > 100)
        {
            return false;
        }

        var comparison = match.Groups["operator"].Value switch
        {
            ">" => ThresholdOperator.GreaterThan,
            _ => ThresholdOperator.AtLeast,
        };
        threshold = new Threshold(comparison, value, isPercent);
        return true;
    }

    /// <summary>Whether <paramref name="failed"/> of <paramref name="total"/> rows are beyond the bound. No failing row is never beyond it.</summary>
    public bool IsExceededBy(long failed, long total)
    {
        if (failed == 0)
        {
            return false;
        }

        var measured = IsPercent ? 100m * failed / Math.Max(total, 1) : failed;
        return Operator switch
        {
            ThresholdOperator.GreaterThan => measured > Value,
            ThresholdOperator.AtLeast => measured >= Value,
            _ => throw new InvalidOperationException($"Unknown threshold operator {Operator}."),
        };
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(Operator == ThresholdOperator.GreaterThan ? ">" : ">=")}{Value:0.############}{(IsPercent ? "%" : "")}");

    [GeneratedRegex(@"^\s*(?<operator>>=?)\s*(?<value>\d{1,15}(\.\d{1,9})?)\s*(?<percent>%)?\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Written();
}
