using System.Text;
using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Tree;

namespace DataEngineer.Definitions.Yaml;

/// <summary>Turns the bytes of a definition into text, strictly: what is not text is refused with its place.</summary>
internal static class SourceText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text without a byte order mark, or null where a problem was found.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, Problems problems)
    {
        if (bytes.Length > YamlLimits.Bytes)
        {
            TooLarge(bytes.Length, problems);
            return null;
        }

        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        }

        string text;
        try
        {
            text = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException refused)
        {
            problems.Error(DiagnosticCodes.NotUtf8, PlaceOf(bytes[..Math.Clamp(refused.Index, 0, bytes.Length)]),
                "the file is not UTF-8 text.", "Save it as UTF-8.");
            return null;
        }

        var control = text.AsSpan().IndexOfAny(ControlCharacters);
        if (control >= 0)
        {
            problems.Error(DiagnosticCodes.ControlCharacter, PlaceOf(Encoding.UTF8.GetBytes(text[..control])),
                $"the file holds the control character U+{(int)text[control]:X4}.", "Remove it, or write it as an escape in double quotes.");
            return null;
        }

        return text;
    }

    /// <summary>Reports a file by its length alone.</summary>
    public static void TooLarge(long length, Problems problems) => problems.Error(DiagnosticCodes.FileTooLarge, default,
        $"the file has {length} bytes; a definition may have {YamlLimits.Bytes}.", "Split it, or move data out of it.");

    /// <summary>False for text with half a surrogate pair, which an escape in double quotes can make.</summary>
    public static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return true;
    }

    private static System.Buffers.SearchValues<char> ControlCharacters { get; } = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(code => (char)code).Where(c => c is not ('\t' or '\n' or '\r')), '\u007f']);

    private static SourcePosition PlaceOf(ReadOnlySpan<byte> before)
    {
        var line = before.Count((byte)'\n') + 1;
        var lastLine = before[(before.LastIndexOf((byte)'\n') + 1)..];
        return new SourcePosition(line, Encoding.UTF8.GetCharCount(lastLine) + 1);
    }
}
