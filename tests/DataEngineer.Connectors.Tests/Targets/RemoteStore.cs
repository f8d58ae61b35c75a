using DataEngineer.Store;

namespace DataEngineer.Connectors.Tests.Targets;

/// <summary>A store that is no folder of this machine, as far as anyone can tell; and where what happens in between can be told.</summary>
internal sealed class RemoteStore(IBlobStore inner) : IBlobStore
{
    public string Location => "container acme";

    /// <summary>Called before each conditional write, with its number.</summary>
    public Func<int, Task> BeforeWrite { get; set; } = _ => Task.CompletedTask;

    public int Writes { get; private set; }

    public Task<BlobContent?> ReadAsync(string path, CancellationToken cancellationToken) => inner.ReadAsync(path, cancellationToken);

    public async Task<string?> WriteAsync(string path, ReadOnlyMemory<byte> content, BlobCondition condition, CancellationToken cancellationToken)
    {
        await BeforeWrite(++Writes);
        return await inner.WriteAsync(path, content, condition, cancellationToken);
    }

    public IAsyncEnumerable<BlobEntry> ListAsync(string prefix, CancellationToken cancellationToken) => inner.ListAsync(prefix, cancellationToken);

    public Task<bool> DeleteAsync(string path, CancellationToken cancellationToken) => inner.DeleteAsync(path, cancellationToken);

    public Task<ILocalBlob> FetchAsync(string path, CancellationToken cancellationToken) => inner.FetchAsync(path, cancellationToken);

    public Task<IPendingBlob> CreateAsync(string path, CancellationToken cancellationToken) => inner.CreateAsync(path, cancellationToken);
}
