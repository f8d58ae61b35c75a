using System.Text;
using DataEngineer.Definitions.Model;

namespace DataEngineer.Activities.Extract;

/// <summary>
/// Makes a UTF-8 copy of a text file that is compressed or written otherwise, as a stream. Bytes that are not what they should be are a
/// failure with their line, and so is a gzip file that is cut off: the engine would read what there is of it and say nothing.
/// </summary>
internal sealed class PlainText(string path, string what, TextEncoding encoding)
{
    private const int BufferSize = 1 << 20;

    /// <summary>Copies where needed; answers the copy's path, or null where the file is plain UTF-8 already.</summary>
    public async Task<string?> CopyAsync(string localPath, bool isGzip, string copyPath, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(localPath, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize);
        using var gzip = isGzip ? new WholeGzip(file, BufferSize) : null;
        try
        {
            var buffer = new byte[BufferSize];
            var read = gzip is null
                ? async () => buffer.AsMemory(0, await file.ReadAtLeastAsync(buffer, BufferSize, throwOnEndOfStream: false, cancellationToken))
                : (Func<Task<ReadOnlyMemory<byte>>>)(() => gzip.ReadAsync(cancellationToken));
            var bytes = await read();
            var (decoding, preamble) = Decoding(bytes.Span);
            if (!isGzip && decoding is null && preamble == 0)
            {
                return null;
            }

            await using var output = new FileStream(copyPath, FileMode.CreateNew, FileAccess.Write, FileShare.Read, BufferSize);
            for (bytes = bytes[preamble..]; !bytes.IsEmpty; bytes = await read())
            {
                await output.WriteAsync(decoding is null ? bytes : decoding.Decode(bytes.Span), cancellationToken);
            }

            await output.WriteAsync(decoding?.End() ?? ReadOnlyMemory<byte>.Empty, cancellationToken);
            return copyPath;
        }
        catch (InvalidDataException)
        {
            throw ExtractErrors.Malformed(what, path, "it is not a whole gzip file");
        }
    }

    private (TextDecoding? Decoding, int Preamble) Decoding(ReadOnlySpan<byte> start) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (null, 3),
        [0xFF, 0xFE, ..] => (With(new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), "utf_16"), 2),
        [0xFE, 0xFF, ..] => (With(new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), "utf_16"), 2),
        _ => encoding switch
        {
            TextEncoding.Utf8 => (null, 0),
            TextEncoding.Utf16 => (With(new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), "utf_16"), 0),
            TextEncoding.Latin1 => (With(Encoding.Latin1, "latin_1"), 0),
            TextEncoding.Windows1252 => (With(CodePagesEncodingProvider.Instance.GetEncoding(1252)!, "windows_1252", 0x81, 0x8D, 0x8F, 0x90, 0x9D), 0),
            _ => throw new InvalidOperationException($"Unknown encoding {encoding}."),
        },
    };

    private TextDecoding With(Encoding from, string name, params byte[] undefined) =>
        new(from, undefined, line => ExtractErrors.WrongEncoding(what, path, line, name));
}
