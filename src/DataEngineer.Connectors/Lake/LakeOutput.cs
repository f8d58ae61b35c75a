using DataEngineer.Store;

namespace DataEngineer.Connectors.Lake;

/// <summary>A data file being written.</summary>
/// <param name="Path">Relative to the table's folder.</param>
internal sealed record LakeOutput(string Path, IPendingBlob Blob)
{
    public string LocalPath => Blob.LocalPath;

    public Task<long> CommitAsync(CancellationToken cancellationToken) => Blob.CommitAsync(cancellationToken);
}
