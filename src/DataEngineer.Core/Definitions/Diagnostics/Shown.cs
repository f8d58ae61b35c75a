using System.Text.RegularExpressions;

namespace DataEngineer.Definitions.Diagnostics;

/// <summary>How a value from a definition appears in a message: short, on one line, and not at all where it could be a secret.</summary>
internal static partial class Shown
{
    private const int Longest = 60;
    private const int LongestLine = 1500;

    /// <summary>The value in quotes, or words in its stead where its path or its form suggests a secret.</summary>
    public static string Value(string path, string text) =>
        SecretNames.AnyIn(path) || Credentials().IsMatch(text) ? "a value that is not shown" : $"'{Text(text)}'";

    /// <summary>A name or value without line breaks and control characters, cut where it is long.</summary>
    public static string Text(string text)
    {
        var cut = text.Length > Longest ? string.Concat(text.AsSpan(0, Longest), "…") : text;
        return string.Concat(cut.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c));
    }

    /// <summary>A whole message on one line and of bounded length, whatever names from the definition it holds.</summary>
    public static string Line(string message)
    {
        var cut = message.Length > LongestLine ? string.Concat(message.AsSpan(0, LongestLine), "…") : message;
        return cut.Any(char.IsControl) ? string.Concat(cut.Select(c => char.IsControl(c) ? '?' : c)) : cut;
    }

    [GeneratedRegex(@"://[^/\s]*@|(password|pwd|secret|token|key|sig)\s*=", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Credentials();
}
