using DataEngineer.Conformance.Stores;
using DataEngineer.Store;

namespace DataEngineer.Core.Tests.Store;

public sealed class FolderStoreFixture : IStoreFixture, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("store-").FullName;
    private int _stores;

    public string TempFolder => Path.Combine(_folder, "temp");

    public IBlobStore NewStore() => new FolderStore(Path.Combine(_folder, $"store{Interlocked.Increment(ref _stores)}"), TempFolder);

    public ICustomerStores NewCustomers() => new FolderStores(Path.Combine(_folder, $"state{Interlocked.Increment(ref _stores)}"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
