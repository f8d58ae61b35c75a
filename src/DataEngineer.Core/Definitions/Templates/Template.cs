using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DataEngineer.Definitions.Templates;

/// <summary>
/// Text with {{ interval.start }}, {{ interval.end }}, {{ variables.NAME }}, {{ run.id }} or {{ secrets.NAME }} in it; interval
/// values take the filter | date("yyyy-MM-dd"). There are no expressions, conditions or loops.
/// </summary>
public sealed partial class Template
{
    private readonly IReadOnlyList<(string Literal, TemplateReference? Reference)> _parts;

    private Template(IReadOnlyList<(string Literal, TemplateReference? Reference)> parts) => _parts = parts;

    /// <summary>What it refers to, in written order.</summary>
    public IEnumerable<TemplateReference> References => _parts.Select(part => part.Reference).OfType<TemplateReference>();

    /// <summary>True where text must be parsed to know what it means.</summary>
    public static bool MayBeIn(string text) => text.Contains("{{", StringComparison.Ordinal) || text.Contains("{%", StringComparison.Ordinal);

    /// <summary>Parses; on false <paramref name="error"/> says what is wrong, to stand in a sentence.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Template? template, [NotNullWhen(false)] out string? error)
    {
        template = null;
        var parts = new List<(string, TemplateReference?)>();
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf("{{", at, StringComparison.Ordinal);
            if (open < 0)
            {
                break;
            }

            var close = text.IndexOf("}}", open, StringComparison.Ordinal);
            if (close < 0)
            {
                error = "{{ is not closed by }}";
                return false;
            }

            if (!TryReference(text[(open + 2)..close].Trim(), out var reference, out error))
            {
                return false;
            }

            parts.Add((text[at..open], reference));
            at = close + 2;
        }

        parts.Add((text[at..], null));
        error = parts.Exists(part => part.Item1.Contains("}}", StringComparison.Ordinal)) ? "}} has no {{ before it"
            : parts.Exists(part => part.Item1.Contains("{%", StringComparison.Ordinal)) ? "there are no {% %} statements"
            : null;
        template = error is null ? new Template(parts) : null;
        return template is not null;
    }

    /// <summary>
    /// The text with its values in place. Dates are written as ISO 8601 with seconds and offset unless a filter says otherwise,
    /// everything else with the invariant culture.
    /// </summary>
    /// <param name="valueOf">The value of a reference: a DateTimeOffset for the interval's, else anything; null is an error.</param>
    public string Render(Func<TemplateReference, object?> valueOf)
    {
        var text = new StringBuilder();
        foreach (var (literal, reference) in _parts)
        {
            text.Append(literal);
            if (reference is not null)
            {
                text.Append(Write(reference, valueOf(reference)));
            }
        }

        return text.ToString();
    }

    private static string Write(TemplateReference reference, object? value) => (value, reference.DateFormat) switch
    {
        (null, _) => throw new InvalidOperationException($"The template's '{reference}' has no value in this run."),
        (DateTimeOffset date, var format) => date.ToString(format ?? "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        (IFormattable formattable, _) => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static bool TryReference(string inner, [NotNullWhen(true)] out TemplateReference? reference, [NotNullWhen(false)] out string? error)
    {
        reference = null;
        var match = Reference().Match(inner);
        if (!match.Success)
        {
            error = inner.Length == 0 ? "{{ }} is empty" : $"'{Diagnostics.Shown.Text(inner)}' is not one of its forms";
            return false;
        }

        var name = match.Groups["name"].Value;
        var format = match.Groups["format"].Success ? match.Groups["format"].Value : null;
        error = (match.Groups["root"].Value, name) switch
        {
            ("interval", not ("start" or "end")) => $"the interval has start and end, not '{name}'",
            ("run", not "id") => $"the run has id, not '{name}'",
            ("interval", _) => format is null ? null : FormatError(format),
            _ => format is null ? null : "only interval.start and interval.end take a date format",
        };
        if (error is not null)
        {
            return false;
        }

        var root = match.Groups["root"].Value switch
        {
            "interval" => TemplateRoot.Interval,
            "variables" => TemplateRoot.Variables,
            "run" => TemplateRoot.Run,
            _ => TemplateRoot.Secrets,
        };
        reference = new TemplateReference(root, name, format);
        return true;
    }

    private static string? FormatError(string format)
    {
        try
        {
            // One letter alone is a standard format, whose text is not for paths: d is 01/31/2026.
            return format.Length < 2 || DateTimeOffset.UnixEpoch.ToString(format, CultureInfo.InvariantCulture).Length == 0 ? $"'{format}' is not a date format" : null;
        }
        catch (FormatException)
        {
            return $"'{Diagnostics.Shown.Text(format)}' is not a date format";
        }
    }

    [GeneratedRegex(@"^(?<root>interval|variables|run|secrets)\.(?<name>[A-Za-z_][A-Za-z0-9_]{0,127})(\s*\|\s*date\(\s*(""(?<format>[^""]{0,100})""|'(?<format>[^']{0,100})')\s*\))?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Reference();
}
