using DataEngineer.Store;

namespace DataEngineer.Testing;

/// <summary>A blob of a <see cref="MemoryStore"/> as a local file.</summary>
internal sealed class MemoryStoreFile(MemoryStore store, string path) : ILocalBlob, IPendingBlob
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dataeng-memory-");

    public string LocalPath => Path.Combine(_folder.FullName, Path.GetFileName(path));

    public async Task<long> CommitAsync(CancellationToken cancellationToken)
    {
        var bytes = await File.ReadAllBytesAsync(LocalPath, cancellationToken);
        store.With(path, bytes);
        return bytes.Length;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
