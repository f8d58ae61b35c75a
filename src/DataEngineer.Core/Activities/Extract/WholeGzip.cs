using System.IO.Compression;

namespace DataEngineer.Activities.Extract;

/// <summary>
/// Decompresses a gzip file and proves that it is whole. The framework ends a cut-off stream without a word, so a member of ours is put
/// behind the file: only where the file ends as it should does the marker in it come out last.
/// </summary>
internal sealed class WholeGzip : IDisposable
{
    private static readonly byte[] Marker = "end of the delivered gzip file\0\x01"u8.ToArray();

    private readonly GZipStream _inflated;
    private readonly byte[] _held;
    private int _count;

    public WholeGzip(Stream file, int bufferSize)
    {
        _inflated = new GZipStream(new JoinedStream(file, new MemoryStream(MarkerMember())), CompressionMode.Decompress);
        _held = new byte[bufferSize + Marker.Length];
    }

    /// <summary>The next bytes, none at the end. Throws <see cref="InvalidDataException"/> where the file is not whole.</summary>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken)
    {
        var kept = Math.Min(_count, Marker.Length);
        _held.AsSpan(_count - kept, kept).CopyTo(_held);
        var read = await _inflated.ReadAtLeastAsync(_held.AsMemory(kept), _held.Length - kept, throwOnEndOfStream: false, cancellationToken);
        _count = kept + read;
        if (read > 0 && _count > Marker.Length)
        {
            return _held.AsMemory(0, _count - Marker.Length);
        }

        return _held.AsSpan(0, _count).SequenceEqual(Marker)
            ? ReadOnlyMemory<byte>.Empty
            : throw new InvalidDataException("The gzip stream ends too early, or something follows it.");
    }

    public void Dispose() => _inflated.Dispose();

    private static byte[] MarkerMember()
    {
        using var member = new MemoryStream();
        using (var gzip = new GZipStream(member, CompressionLevel.NoCompression, leaveOpen: true))
        {
            gzip.Write(Marker);
        }

        return member.ToArray();
    }
}
