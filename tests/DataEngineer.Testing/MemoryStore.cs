using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using DataEngineer.Store;

namespace DataEngineer.Testing;

/// <summary>A store in memory that remembers what was read. Local files are copies in a temporary folder, gone with their handle.</summary>
public sealed class MemoryStore : IBlobStore
{
    private readonly SortedDictionary<string, (byte[] Bytes, int Version)> _blobs = new(StringComparer.Ordinal);
    private int _version;

    public List<string> Reads { get; } = [];

    public string Location => "memory";

    /// <summary>Adds or replaces a text, for tests to begin with.</summary>
    public MemoryStore With(string path, string text) => With(path, Encoding.UTF8.GetBytes(text));

    public MemoryStore With(string path, byte[] bytes)
    {
        _blobs[BlobPath.Check(path)] = (bytes, ++_version);
        return this;
    }

    public Task<BlobContent?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        Reads.Add(path);
        return Task.FromResult(_blobs.TryGetValue(BlobPath.Check(path), out var blob) ? new BlobContent(blob.Bytes, ETag(blob.Version)) : null);
    }

    public Task<string?> WriteAsync(string path, ReadOnlyMemory<byte> content, BlobCondition condition, CancellationToken cancellationToken)
    {
        var isThere = _blobs.TryGetValue(BlobPath.Check(path), out var blob);
        if ((condition.IfAbsent && isThere) || (condition.IfMatch is { } etag && (!isThere || ETag(blob.Version) != etag)))
        {
            return Task.FromResult<string?>(null);
        }

        With(path, content.ToArray());
        return Task.FromResult<string?>(ETag(_version));
    }

    public async IAsyncEnumerable<BlobEntry> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (path, blob) in _blobs.Where(blob => blob.Key.StartsWith(prefix, StringComparison.Ordinal)).ToList())
        {
            await Task.CompletedTask;
            yield return new BlobEntry(path, blob.Bytes.Length, ETag(blob.Version), DateTimeOffset.UnixEpoch);
        }
    }

    public Task<bool> DeleteAsync(string path, CancellationToken cancellationToken) => Task.FromResult(_blobs.Remove(BlobPath.Check(path)));

    public async Task<ILocalBlob> FetchAsync(string path, CancellationToken cancellationToken)
    {
        if (!_blobs.TryGetValue(BlobPath.Check(path), out var blob))
        {
            throw new BlobNotFoundException(Location, path);
        }

        var copy = new MemoryStoreFile(this, path);
        await File.WriteAllBytesAsync(copy.LocalPath, blob.Bytes, cancellationToken);
        return copy;
    }

    public Task<IPendingBlob> CreateAsync(string path, CancellationToken cancellationToken) =>
        Task.FromResult<IPendingBlob>(new MemoryStoreFile(this, BlobPath.Check(path)));

    private static string ETag(int version) => version.ToString(CultureInfo.InvariantCulture);
}
