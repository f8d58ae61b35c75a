using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DataEngineer.Definitions.Values;

/// <summary>
/// The written form of a span of time: whole numbers with d, h, m, s, ms from the largest down, as 90s, 1h30m, 2d, 500ms; or ISO
/// 8601 in weeks, days, hours, minutes and seconds, as PT1H30M. Months and years have no fixed length and are refused.
/// </summary>
public static partial class Duration
{
    /// <summary>Reads the written form; false where it is not one or does not fit.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        var match = Short().Match(text);
        if (!match.Success)
        {
            match = Iso().Match(text);
        }

        if (!match.Success)
        {
            return false;
        }

        var ticks = (Part(match, "w") * 7 * TimeSpan.TicksPerDay) + (Part(match, "d") * TimeSpan.TicksPerDay) + (Part(match, "h") * TimeSpan.TicksPerHour)
            + (Part(match, "m") * TimeSpan.TicksPerMinute) + (Part(match, "s") * TimeSpan.TicksPerSecond) + (Part(match, "ms") * TimeSpan.TicksPerMillisecond);
        if (ticks > TimeSpan.MaxValue.Ticks)
        {
            return false;
        }

        duration = new TimeSpan((long)ticks);
        return true;
    }

    /// <summary>The short form: 1h30m; 0s for nothing. What is finer than a millisecond is left out.</summary>
    public static string Format(TimeSpan duration)
    {
        var text = new StringBuilder();
        foreach (var (value, unit) in new[] { (duration.Days, "d"), (duration.Hours, "h"), (duration.Minutes, "m"), (duration.Seconds, "s"), (duration.Milliseconds, "ms") })
        {
            if (value != 0)
            {
                text.Append(value).Append(unit);
            }
        }

        return text.Length == 0 ? "0s" : text.ToString();
    }

    private static decimal Part(Match match, string unit) => match.Groups[unit] is { Success: true } group
        ? decimal.Parse(group.ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
        : 0;

    [GeneratedRegex(@"^(?=.)((?<d>\d{1,9})d)?((?<h>\d{1,9})h)?((?<m>\d{1,9})m)?((?<s>\d{1,12})s)?((?<ms>\d{1,12})ms)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Short();

    [GeneratedRegex(@"^P(?=.)((?<w>\d{1,6})W)?((?<d>\d{1,9})D)?(T(?=.)((?<h>\d{1,9})H)?((?<m>\d{1,9})M)?((?<s>\d{1,12}(\.\d{1,7})?)S)?)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Iso();
}
