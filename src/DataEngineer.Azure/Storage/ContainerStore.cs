using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using DataEngineer.Store;

namespace DataEngineer.Azure.Storage;

/// <summary>
/// A store in a blob container of an account with a flat namespace. Conditions are the service's own ETags; data is streamed to and from
/// files, so that memory does not grow with it. The container is made by the first write.
/// </summary>
/// <param name="container">The container; it need not exist.</param>
/// <param name="tempFolder">Full path of a folder for local copies; made when needed.</param>
/// <param name="transferBytes">Bytes sent or taken at a time.</param>
public sealed class ContainerStore(BlobContainerClient container, string tempFolder, int transferBytes) : IBlobStore
{
    // The service answers a repeated write whose first answer was lost as if another had been before; this mark tells our own.
    private const string WriteMark = "dataeng_write";

    /// <inheritdoc/>
    public string Location => container.Name;

    /// <inheritdoc/>
    public Task<BlobContent?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var blob = container.GetBlobClient(BlobPath.Check(path));
        return GuardAsync(path, async () =>
        {
            try
            {
                var found = (await blob.DownloadContentAsync(cancellationToken)).Value;
                return new BlobContent(found.Content.ToMemory(), found.Details.ETag.ToString());
            }
            catch (RequestFailedException e) when (StorageFailures.IsMissing(e))
            {
                return null;
            }
        });
    }

    /// <inheritdoc/>
    public Task<string?> WriteAsync(string path, ReadOnlyMemory<byte> content, BlobCondition condition, CancellationToken cancellationToken)
    {
        var blob = container.GetBlobClient(BlobPath.Check(path));
        var mark = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var options = new BlobUploadOptions
        {
            Conditions = ConditionsOf(condition),
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [WriteMark] = mark },
        };
        return GuardAsync(path, async () =>
        {
            try
            {
                var written = await InContainerAsync(() => blob.UploadAsync(BinaryData.FromBytes(content), options, cancellationToken), cancellationToken);
                return written.Value.ETag.ToString();
            }
            catch (RequestFailedException e) when (IsRefused(e, condition))
            {
                return await FindMarkedAsync(blob, mark, cancellationToken);
            }
        });
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BlobEntry> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (prefix.LastIndexOf('/') is > 0 and var end)
        {
            BlobPath.Check(prefix[..end]);
        }

        await using var blobs = container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await GuardAsync(prefix, () => AdvanceAsync(blobs)))
        {
            var properties = blobs.Current.Properties;
            yield return new BlobEntry(
                blobs.Current.Name, properties.ContentLength ?? 0, properties.ETag?.ToString() ?? "", properties.LastModified ?? DateTimeOffset.UnixEpoch);
        }
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(string path, CancellationToken cancellationToken)
    {
        var blob = container.GetBlobClient(BlobPath.Check(path));
        return GuardAsync(path, async () => (await blob.DeleteIfExistsAsync(cancellationToken: cancellationToken)).Value);
    }

    /// <inheritdoc/>
    public async Task<ILocalBlob> FetchAsync(string path, CancellationToken cancellationToken)
    {
        var blob = container.GetBlobClient(BlobPath.Check(path));
        var copy = new LocalCopy(TemporaryPath(path));
        try
        {
            var options = new BlobDownloadToOptions
            {
                TransferOptions = new StorageTransferOptions { InitialTransferSize = transferBytes, MaximumTransferSize = transferBytes, MaximumConcurrency = 2 },
            };
            await GuardAsync(path, () => blob.DownloadToAsync(copy.LocalPath, options, cancellationToken));
            return copy;
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<IPendingBlob> CreateAsync(string path, CancellationToken cancellationToken)
    {
        var upload = new FileUpload(container.GetBlockBlobClient(BlobPath.Check(path)), transferBytes);
        return Task.FromResult<IPendingBlob>(new PendingUpload(
            TemporaryPath(path),
            (file, stop) => GuardAsync(path, () => InContainerAsync(() => upload.SendAsync(file, stop), stop))));
    }

    private static BlobRequestConditions? ConditionsOf(BlobCondition condition) => condition switch
    {
        { IfAbsent: true } => new BlobRequestConditions { IfNoneMatch = ETag.All },
        { IfMatch: { } etag } => new BlobRequestConditions { IfMatch = new ETag(etag) },
        _ => null,
    };

    private static bool IsRefused(RequestFailedException e, BlobCondition condition) =>
        e.ErrorCode == BlobErrorCode.ConditionNotMet
        || (condition.IfAbsent && e.ErrorCode == BlobErrorCode.BlobAlreadyExists)
        || (condition.IfMatch is not null && e.ErrorCode == BlobErrorCode.BlobNotFound);

    private static async Task<string?> FindMarkedAsync(BlobClient blob, string mark, CancellationToken cancellationToken)
    {
        try
        {
            var there = (await blob.GetPropertiesAsync(cancellationToken: cancellationToken)).Value;
            return there.Metadata.TryGetValue(WriteMark, out var found) && found == mark ? there.ETag.ToString() : null;
        }
        catch (RequestFailedException e) when (StorageFailures.IsMissing(e))
        {
            return null;
        }
    }

    private static async Task<bool> AdvanceAsync(IAsyncEnumerator<BlobItem> blobs)
    {
        try
        {
            return await blobs.MoveNextAsync();
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            return false;
        }
    }

    private async Task<T> InContainerAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken)
    {
        try
        {
            return await write();
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            return await write();
        }
    }

    private async Task<T> GuardAsync<T>(string path, Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception e) when (StorageFailures.IsOfService(e))
        {
            throw StorageFailures.Of(e, Location, path);
        }
    }

    private string TemporaryPath(string path)
    {
        Directory.CreateDirectory(tempFolder);
        return Path.Combine(tempFolder, $"{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}-{Path.GetFileName(path)}");
    }
}
