using System.Text;

namespace DataEngineer.Activities.Extract;

/// <summary>Text of one encoding into UTF-8, piece by piece, counting lines so that a bad byte has a place.</summary>
internal sealed class TextDecoding(Encoding from, IReadOnlyList<byte> undefined, Func<long, Exception> failure)
{
    private readonly Decoder _decoder = from.GetDecoder();
    private readonly byte[] _undefined = [.. undefined];
    private char[] _chars = [];
    private byte[] _utf8 = [];
    private long _line = 1;

    public ReadOnlyMemory<byte> Decode(ReadOnlySpan<byte> bytes) => Decode(bytes, flush: false);

    public ReadOnlyMemory<byte> End() => Decode([], flush: true);

    private ReadOnlyMemory<byte> Decode(ReadOnlySpan<byte> bytes, bool flush)
    {
        if (_undefined.Length > 0 && bytes.IndexOfAny(_undefined) is >= 0 and var at)
        {
            throw failure(_line + bytes[..at].Count((byte)'\n'));
        }

        var room = from.GetMaxCharCount(bytes.Length);
        if (_chars.Length < room)
        {
            _chars = new char[room];
            _utf8 = new byte[Encoding.UTF8.GetMaxByteCount(room)];
        }

        try
        {
            var count = _decoder.GetChars(bytes, _chars, flush);
            _line += _chars.AsSpan(0, count).Count('\n');
            return _utf8.AsMemory(0, Encoding.UTF8.GetBytes(_chars.AsSpan(0, count), _utf8));
        }
        catch (DecoderFallbackException e)
        {
            var lenient = Encoding.GetEncoding(from.CodePage, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback);
            throw failure(_line + lenient.GetString(bytes[..Math.Clamp(e.Index, 0, bytes.Length)]).Count(c => c == '\n'));
        }
    }
}
