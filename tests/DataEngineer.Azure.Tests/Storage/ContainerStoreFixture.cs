using Azure.Storage.Blobs;
using DataEngineer.Azure.Storage;
using DataEngineer.Conformance.Stores;
using DataEngineer.Store;

namespace DataEngineer.Azure.Tests.Storage;

/// <summary>Stores in Azurite. Transfers are small, so that data of the suite's size goes in many blocks and comes in many ranges.</summary>
public sealed class ContainerStoreFixture(Azurite azurite) : IStoreFixture, IDisposable
{
    public const int TransferBytes = 64 * 1024;

    private readonly string _folder = Directory.CreateTempSubdirectory("containers-").FullName;

    public string TempFolder => Path.Combine(_folder, "temp", "data-engineer");

    public string ConnectionString => azurite.ConnectionString;

    public BlobContainerClient NewContainer(BlobClientOptions? options = null) =>
        new(ConnectionString, $"store-{Guid.NewGuid():n}", options);

    public IBlobStore NewStore() => new ContainerStore(NewContainer(), TempFolder, TransferBytes);

    public ICustomerStores NewCustomers() => new NamespacedStores(
        ContainerStores.Connect(new StorageOptions { ConnectionString = ConnectionString, TransferBytes = TransferBytes }, TempFolder),
        $"t{Guid.NewGuid():n}"[..12]);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // One account serves all tests, so each takes customers of its own.
    private sealed class NamespacedStores(ContainerStores stores, string test) : ICustomerStores
    {
        public IBlobStore Open(string customer) => stores.Open(BlobPath.IsValid(customer) ? $"{test}_{customer}" : customer);
    }
}
