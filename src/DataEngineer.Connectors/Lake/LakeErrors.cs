using System.Text.Json;
using DataEngineer.Connections;
using DataEngineer.Connectors.Loading;
using DataEngineer.Failures;
using DataEngineer.Store;

namespace DataEngineer.Connectors.Lake;

/// <summary>The failures that only this target has.</summary>
internal static class LakeErrors
{
    public static StepFailedException BadRoot(ConnectionScope scope, string root) => StepFailedException.Terminal(
        "DE0840", FailureClass.Definition,
        $"connection '{scope.Connection}' of {scope.Customer}: root '{root}' cannot be a lake's folder. Allowed: a path relative to targets/ of the customer's store, forward slashes, of letters, digits, _ . - and blanks, without '..'.",
        "Correct root in customer.yml, for example root: lake.");

    public static StepFailedException Conflict(LoadRequest request, TableName table, string location, int tries) => StepFailedException.Transient(
        "DE0841", FailureClass.Infrastructure,
        $"{LoadErrors.Load(request)}: other loads changed table '{table}' in {location} during each of {tries} tries. Nothing was written.",
        "Set max_concurrent of the connection lower, or let the pipelines run at other times. The load is tried again.");

    public static StepFailedException MissingFile(LoadRequest request, BlobNotFoundException error) => StepFailedException.Terminal(
        "DE0842", FailureClass.MissingData,
        $"{LoadErrors.Load(request)}: {error.Message} The table's manifest lists it. Nothing was written.",
        "Restore the file from a backup, or load the table anew with write_disposition replace.", error);

    public static StepFailedException Damaged(IBlobStore store, string path, JsonException error) => StepFailedException.Terminal(
        "DE0843", FailureClass.Infrastructure,
        $"The manifest {path} in {store.Location} cannot be read: line {(error.LineNumber ?? 0) + 1}, {error.Path ?? "$"}. Nothing was written.",
        "Restore the file from a backup, or move the table's folder away and load its intervals again.");

    public static StepFailedException OtherVersion(IBlobStore store, string path, int version) => StepFailedException.Terminal(
        "DE0844", FailureClass.Infrastructure,
        $"The manifest {path} in {store.Location} has version {version}. Allowed: {LakeManifest.CurrentVersion}. Nothing was written.",
        "Use the version of this software that wrote it.");
}
