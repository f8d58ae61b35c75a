namespace DataEngineer.Store;

/// <summary>
/// Files of one customer: staged data, run records, cursors, ledgers; or, read-only, a pipelines tree. Paths are relative, with
/// forward slashes, and checked by <see cref="BlobPath"/>; nothing above the store's root can be named.
/// </summary>
/// <remarks>A write becomes visible whole or not at all, and is durable when the call returns.</remarks>
public interface IBlobStore
{
    /// <summary>What people call the place: a folder's full path or a container's name. For messages only.</summary>
    string Location { get; }

    /// <summary>The whole content with its ETag, or null where there is none. For documents, not for data.</summary>
    Task<BlobContent?> ReadAsync(string path, CancellationToken cancellationToken);

    /// <summary>Writes a whole document. Answers its new ETag, or null where the condition did not hold and nothing was written.</summary>
    Task<string?> WriteAsync(string path, ReadOnlyMemory<byte> content, BlobCondition condition, CancellationToken cancellationToken);

    /// <summary>Every blob below the prefix, in ordinal order of paths. An unknown prefix is empty.</summary>
    IAsyncEnumerable<BlobEntry> ListAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>Deletes; true where there was something.</summary>
    Task<bool> DeleteAsync(string path, CancellationToken cancellationToken);

    /// <summary>
    /// The content as a local file for engines that read files in place: the file itself in a folder store, else a copy below
    /// temp/data-engineer/ that goes with the handle. Throws <see cref="BlobNotFoundException"/>.
    /// </summary>
    Task<ILocalBlob> FetchAsync(string path, CancellationToken cancellationToken);

    /// <summary>A local file to write, published under <paramref name="path"/> on commit; disposing without commit leaves nothing.</summary>
    Task<IPendingBlob> CreateAsync(string path, CancellationToken cancellationToken);
}
