using System.Runtime.CompilerServices;

using DataEngineer.Store;

namespace DataEngineer.Activities.Execution;

/// <summary>One folder of a store as a read-only store of its own: what a customer's steps see of the pipelines tree.</summary>
internal sealed class PrefixStore(IBlobStore inner, string folder) : IBlobStore
{
    private readonly string _prefix = BlobPath.Check(folder) + "/";

    public string Location => $"{inner.Location}/{folder}";

    public Task<BlobContent?> ReadAsync(string path, CancellationToken cancellationToken) => inner.ReadAsync(Full(path), cancellationToken);

    public async IAsyncEnumerable<BlobEntry> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entry in inner.ListAsync(_prefix + prefix, cancellationToken))
        {
            yield return entry with { Path = entry.Path[_prefix.Length..] };
        }
    }

    public Task<ILocalBlob> FetchAsync(string path, CancellationToken cancellationToken) => inner.FetchAsync(Full(path), cancellationToken);

    public Task<string?> WriteAsync(string path, ReadOnlyMemory<byte> content, BlobCondition condition, CancellationToken cancellationToken) => throw ReadOnly();

    public Task<bool> DeleteAsync(string path, CancellationToken cancellationToken) => throw ReadOnly();

    public Task<IPendingBlob> CreateAsync(string path, CancellationToken cancellationToken) => throw ReadOnly();

    private string Full(string path) => _prefix + BlobPath.Check(path);

    private InvalidOperationException ReadOnly() => new($"{Location} is read-only: definitions are changed by people, not by runs.");
}
