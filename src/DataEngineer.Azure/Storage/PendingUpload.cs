using DataEngineer.Store;

namespace DataEngineer.Azure.Storage;

internal sealed class PendingUpload(string localPath, Func<string, CancellationToken, Task<long>> send) : IPendingBlob
{
    public string LocalPath => localPath;

    public Task<long> CommitAsync(CancellationToken cancellationToken) => send(localPath, cancellationToken);

    public ValueTask DisposeAsync()
    {
        File.Delete(localPath);
        return ValueTask.CompletedTask;
    }
}
