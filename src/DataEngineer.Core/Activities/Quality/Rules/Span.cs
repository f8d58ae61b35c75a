using System.Globalization;

namespace DataEngineer.Activities.Quality.Rules;

/// <summary>Durations as the language writes them.</summary>
internal static class Span
{
    /// <summary>1d2h, 26m, 5s: the two largest units that are not zero.</summary>
    public static string Text(TimeSpan span)
    {
        (long Count, string Unit)[] parts = [((long)span.TotalDays, "d"), (span.Hours, "h"), (span.Minutes, "m"), (span.Seconds, "s")];
        var shown = parts.SkipWhile(part => part.Count == 0).Take(2).Where(part => part.Count > 0);
        var text = string.Concat(shown.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Count}{part.Unit}")));
        return text.Length == 0 ? "0s" : text;
    }
}
