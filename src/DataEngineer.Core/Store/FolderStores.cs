namespace DataEngineer.Store;

/// <summary>One folder a customer below a state folder; unfinished writes below its temp/data-engineer.</summary>
/// <param name="stateFolder">Full path.</param>
public sealed class FolderStores(string stateFolder) : ICustomerStores
{
    /// <summary>Full path of the one place for temporary files.</summary>
    public string TempFolder { get; } = Path.Combine(stateFolder, "temp", "data-engineer");

    /// <inheritdoc/>
    public IBlobStore Open(string customer) =>
        new FolderStore(Path.Combine(stateFolder, "customers", BlobPath.Check(customer)), TempFolder);
}
