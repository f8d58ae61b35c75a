namespace DataEngineer.Store;

/// <summary>A local file being written, not yet visible in the store.</summary>
public interface IPendingBlob : IAsyncDisposable
{
    /// <summary>Full path of the file to write; it does not exist at first.</summary>
    string LocalPath { get; }

    /// <summary>Flushes to disk and publishes; replaces what was there. Answers the length in bytes.</summary>
    Task<long> CommitAsync(CancellationToken cancellationToken);
}
