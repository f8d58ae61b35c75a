namespace DataEngineer.Store;

internal sealed class InPlaceBlob(string localPath) : ILocalBlob
{
    public string LocalPath => localPath;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
