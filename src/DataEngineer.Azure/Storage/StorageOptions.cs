namespace DataEngineer.Azure.Storage;

/// <summary>Where the stores are: one storage account, by connection string or by identity.</summary>
public sealed class StorageOptions
{
    /// <summary>A storage connection string, as Azurite has; null to sign in with an identity at <see cref="ServiceUri"/>. Default null.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>The account's blob endpoint, as <c>https://account.blob.core.windows.net</c>; used without a connection string. Default null.</summary>
    public Uri? ServiceUri { get; set; }

    /// <summary>The client id of a user-assigned managed identity; null for the identity that the host has by itself. Default null.</summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>The container of the pipelines tree. Default <c>pipelines</c>; names that begin with <c>customer</c> are kept for customers.</summary>
    public string PipelinesContainer { get; set; } = "pipelines";

    /// <summary>
    /// Bytes that a transfer sends or takes at a time, and about what it holds in memory. Default 8 MiB; a blob has at most 50,000 of them,
    /// so that the default allows 390 GiB (https://learn.microsoft.com/azure/storage/blobs/scalability-targets).
    /// </summary>
    public int TransferBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>What is wrong with these options, in sentences; empty where they can be used.</summary>
    public IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(ConnectionString) && ServiceUri is null)
        {
            yield return "Storage has neither ConnectionString nor ServiceUri; set one of them.";
        }

        if (!string.IsNullOrWhiteSpace(ConnectionString) && ServiceUri is not null)
        {
            yield return "Storage has both ConnectionString and ServiceUri; set one of them.";
        }

        if (ServiceUri is { } uri && (!uri.IsAbsoluteUri || uri.Scheme != Uri.UriSchemeHttps))
        {
            yield return $"Storage has ServiceUri '{uri}'; it takes an absolute https address, since an identity is sent to it.";
        }

        if (!ContainerNames.IsValid(PipelinesContainer) || ContainerNames.IsKept(PipelinesContainer))
        {
            yield return $"Storage has PipelinesContainer '{PipelinesContainer}'; it takes 3 to 63 lower-case letters, digits and single hyphens, not beginning with 'customer'.";
        }

        if (TransferBytes is < 64 * 1024 or > 256 * 1024 * 1024)
        {
            yield return $"Storage has TransferBytes {TransferBytes}; it takes 65536 (64 KiB) to 268435456 (256 MiB).";
        }
    }
}
