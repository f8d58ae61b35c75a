using Azure.Identity;
using Azure.Storage.Blobs;
using DataEngineer.Store;

namespace DataEngineer.Azure.Storage;

/// <summary>One container a customer in one storage account, and one for the pipelines tree; each made when first written to.</summary>
/// <param name="service">The account.</param>
/// <param name="options">Sizes and names; the connection is already made.</param>
/// <param name="tempFolder">Full path of the one place for temporary files, temp/data-engineer.</param>
public sealed class ContainerStores(BlobServiceClient service, StorageOptions options, string tempFolder) : ICustomerStores
{
    /// <summary>The pipelines tree, one folder a customer.</summary>
    public IBlobStore Pipelines { get; } =
        new ContainerStore(service.GetBlobContainerClient(options.PipelinesContainer), tempFolder, options.TransferBytes);

    /// <summary>Connects as the options say; nothing is sent yet. Throws <see cref="ArgumentException"/> for options with problems.</summary>
    public static ContainerStores Connect(StorageOptions options, string tempFolder)
    {
        var problems = string.Join(" ", options.Problems());
        return problems.Length == 0
            ? new ContainerStores(ServiceOf(options), options, tempFolder)
            : throw new ArgumentException(problems, nameof(options));
    }

    /// <inheritdoc/>
    public IBlobStore Open(string customer) =>
        new ContainerStore(service.GetBlobContainerClient(ContainerNames.Of(BlobPath.Check(customer))), tempFolder, options.TransferBytes);

    private static BlobServiceClient ServiceOf(StorageOptions options) =>
        string.IsNullOrWhiteSpace(options.ConnectionString)
            ? new BlobServiceClient(
                options.ServiceUri,
                new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = options.ManagedIdentityClientId }))
            : new BlobServiceClient(options.ConnectionString);
}
