using System.Text.RegularExpressions;

namespace DataEngineer.Validation;

/// <summary>
/// Judges regular expressions without the engine. .NET's linear-time engine and RE2 refuse the same constructs; the few spellings
/// that only RE2 knows are translated first.
/// </summary>
internal static partial class Patterns
{
    /// <summary>Why it is no usable regular expression, to stand in a sentence; or null.</summary>
    public static string? Problem(string pattern)
    {
        try
        {
            _ = Linear(pattern);
            return null;
        }
        catch (ArgumentException refused)
        {
            return Reason(refused.Message);
        }
        catch (NotSupportedException)
        {
            return "look-around, back references and atomic groups are not supported";
        }
    }

    /// <summary>The expression, matched in time linear to the text.</summary>
    public static Regex Linear(string pattern) =>
        new(Translate(pattern), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static string Translate(string pattern) =>
        UnicodeLetter().Replace(Quoted().Replace(pattern, match => Regex.Escape(match.Groups["text"].Value)).Replace("(?P<", "(?<", StringComparison.Ordinal), @"\${p}{${class}}");

    private static string Reason(string message)
    {
        var at = message.IndexOf("' at offset", StringComparison.Ordinal);
        return (at >= 0 ? message[(at + 2)..] : message).TrimEnd('.').Replace(". ", ": ", StringComparison.Ordinal).ToLowerInvariant();
    }

    [GeneratedRegex(@"\\Q(?<text>.*?)\\E", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\\(?<p>[pP])(?<class>[A-Z])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex UnicodeLetter();
}
