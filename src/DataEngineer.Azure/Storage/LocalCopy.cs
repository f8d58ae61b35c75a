using DataEngineer.Store;

namespace DataEngineer.Azure.Storage;

/// <summary>A blob's copy on this machine, deleted with the handle.</summary>
internal sealed class LocalCopy(string localPath) : ILocalBlob
{
    public string LocalPath => localPath;

    public ValueTask DisposeAsync()
    {
        File.Delete(localPath);
        return ValueTask.CompletedTask;
    }
}
