using Azure;
using Azure.Identity;
using Azure.Storage.Blobs.Models;
using DataEngineer.Failures;
using DataEngineer.Store;

namespace DataEngineer.Azure.Storage;

/// <summary>What an error of the storage service means to callers of a store.</summary>
internal static class StorageFailures
{
    public static bool IsMissing(RequestFailedException e) =>
        e.ErrorCode == BlobErrorCode.BlobNotFound || e.ErrorCode == BlobErrorCode.ContainerNotFound;

    public static bool IsOfService(Exception e) =>
        e is RequestFailedException or AuthenticationFailedException or AggregateException { InnerException: RequestFailedException };

    public static Exception Of(Exception e, string container, string path) => e switch
    {
        RequestFailedException missing when IsMissing(missing) => new BlobNotFoundException(container, path),
        RequestFailedException { Status: 401 or 403 } refused => Refused(container, path, $"{refused.Status} {refused.ErrorCode}", refused),
        RequestFailedException failed => Unreachable(container, path, failed, failed),
        AggregateException { InnerException: RequestFailedException last } tries => Unreachable(container, path, last, tries),
        AuthenticationFailedException identity => Refused(container, path, "no identity could sign in", identity),
        _ => throw new ArgumentOutOfRangeException(nameof(e), e.GetType().Name, "Not an error of the storage service."),
    };

    private static StepFailedException Refused(string container, string path, string answer, Exception e) =>
        StepFailedException.Terminal(
            "DE0921",
            FailureClass.Permission,
            $"Container '{container}' refused '{path}': {answer}.",
            "Give the host's identity the role Storage Blob Data Contributor on the storage account, or correct the connection string.",
            e);

    private static IOException Unreachable(string container, string path, RequestFailedException last, Exception e) =>
        new(last.Status == 0
            ? $"Container '{container}' was not reached for '{path}': {last.GetBaseException().GetType().Name}."
            : $"Container '{container}' failed at '{path}': {last.Status} {last.ErrorCode}.", e);
}
