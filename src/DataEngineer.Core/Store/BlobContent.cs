using System.Text;

namespace DataEngineer.Store;

/// <summary>A document and the ETag it was read with.</summary>
public sealed record BlobContent(ReadOnlyMemory<byte> Bytes, string ETag)
{
    /// <summary>The document as UTF-8 text, without a byte order mark.</summary>
    public string Text => Bytes.Span.StartsWith(Encoding.UTF8.Preamble)
        ? Encoding.UTF8.GetString(Bytes.Span[Encoding.UTF8.Preamble.Length..])
        : Encoding.UTF8.GetString(Bytes.Span);
}
