namespace DataEngineer.Store;

internal sealed class PendingFile(string localPath, Action<string> publish) : IPendingBlob
{
    public string LocalPath => localPath;

    public Task<long> CommitAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        long length;
        using (var file = new FileStream(localPath, FileMode.Open, FileAccess.ReadWrite))
        {
            file.Flush(flushToDisk: true);
            length = file.Length;
        }

        publish(localPath);
        return Task.FromResult(length);
    }

    public ValueTask DisposeAsync()
    {
        File.Delete(localPath);
        return ValueTask.CompletedTask;
    }
}
