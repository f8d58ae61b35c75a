using DataEngineer.Connections;
using DataEngineer.Failures;
using DuckDB.NET.Data;

namespace DataEngineer.Connectors.Loading;

/// <summary>
/// Classifies what the engine throws during a load. Its own words are passed on only where they speak of files, tables or
/// columns; conversion and constraint errors quote values, so neither their text nor they themselves are kept.
/// </summary>
internal static class EngineErrors
{
    private static readonly string[] s_damaged =
        ["not a valid DuckDB database file", "Corrupt database file", "Could not read enough bytes", "Serialization Error", "different version", "version number", "No magic bytes found", "too small to be a Parquet file", "Invalid Parquet"];

    private static readonly string[] s_full = ["No space left on device", "not enough space", "disk full", "Disk quota exceeded"];

    private static readonly string[] s_quoting = ["IO Error", "Catalog Error", "Binder Error", "Parser Error", "Dependency Error", "TransactionContext Error", "Permission Error", "Not implemented Error"];

    public static StepFailedException Classify(DuckDBException error, LoadRequest request, string location)
    {
        var load = LoadErrors.Load(request);
        var text = error.Message.Replace("DuckDBOpen failed: ", "", StringComparison.Ordinal);
        var line = text.AsSpan(0, text.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? end : text.Length).Trim().ToString();
        if (line.Contains("Could not set lock on file", StringComparison.Ordinal))
        {
            return StepFailedException.Transient(
                "DE0812", FailureClass.Infrastructure,
                $"{load}: the database file {location} is in use by another program: {line}. Allowed: one program at a time that writes. Nothing was written.",
                "Close the other program, or let it open the file read-only on a copy. The load is tried again.", error);
        }

        if (HasAny(line, s_full) || (IsMemory(line) && text.Contains("max_temp_directory_size", StringComparison.Ordinal)))
        {
            return Full(load, location, error);
        }

        if (IsMemory(line))
        {
            return StepFailedException.Terminal(
                "DE0814", FailureClass.Quota, $"{load}: the engine needs more than the {request.Memory} of memory that the customer's quota allows. Nothing was written.",
                "Raise quotas.memory in customer.yml, or load in smaller intervals.", error);
        }

        if (HasAny(line, s_damaged))
        {
            return StepFailedException.Terminal(
                "DE0815", FailureClass.Infrastructure, $"{load}: {location} cannot be read: {line}. Nothing was written.",
                "Restore the file from a backup, or move it away and load the intervals again. If a newer program wrote it, open it with that program.", error);
        }

        return ByKind(error, load, location, line);
    }

    /// <summary>The same for what the file system throws.</summary>
    public static StepFailedException Classify(Exception error, LoadRequest request, string location) => error switch
    {
        UnauthorizedAccessException => Refused(LoadErrors.Load(request), location, error.Message, error),
        _ when HasAny(error.Message, s_full) => Full(LoadErrors.Load(request), location, error),
        _ => Unreadable(LoadErrors.Load(request), location, error.Message, error),
    };

    private static StepFailedException ByKind(DuckDBException error, string load, string location, string line)
    {
        if (HasAny(line, ["Conversion Error", "Out of Range Error"]))
        {
            return StepFailedException.Terminal(
                "DE0816", FailureClass.Schema, $"{load}: a value of the dataset does not fit its column's type in {location}. Nothing was written.",
                "Cast the column in a transform and look at what does not cast: where try_cast(column as type) is null.");
        }

        if (line.StartsWith("Constraint Error", StringComparison.Ordinal))
        {
            return StepFailedException.Terminal(
                "DE0817", FailureClass.Quality, $"{load}: rows break a constraint (key, check or not null) that the table has in {location}. Nothing was written.",
                "Look at the table's constraints, and assert the same on the dataset so that it is found before the load.");
        }

        if (line.Contains("Permission denied", StringComparison.OrdinalIgnoreCase))
        {
            return Refused(load, location, line, error);
        }

        var said = s_quoting.Any(kind => line.StartsWith(kind, StringComparison.Ordinal)) ? line : $"{error.ErrorType} error";
        return line.StartsWith("IO Error", StringComparison.Ordinal)
            ? Unreadable(load, location, said, error)
            : StepFailedException.Terminal("DE0820", FailureClass.Internal, $"{load}: the engine could not do the load into {location}: {said}. Nothing was written.", "Report it with the run's id.");
    }

    private static StepFailedException Full(string load, string location, Exception error) => StepFailedException.Transient(
        "DE0813", FailureClass.Quota, $"{load}: no disk space is left for {location} or its scratch files. Nothing was written.",
        "Free disk space or move the customer's store to a larger disk. The load is tried again.", error);

    private static StepFailedException Refused(string load, string location, string said, Exception error) => StepFailedException.Terminal(
        "DE0818", FailureClass.Permission, $"{load}: {location} cannot be opened: {said}. Nothing was written.",
        "Give the account that runs loads the right to read and write it.", error);

    private static StepFailedException Unreadable(string load, string location, string said, Exception error) => StepFailedException.Transient(
        "DE0819", FailureClass.Infrastructure, $"{load}: reading or writing {location} failed: {said}. Nothing was written.",
        "Look at the disk. The load is tried again.", error);

    private static bool IsMemory(string line) => line.StartsWith("Out of Memory Error", StringComparison.Ordinal);

    private static bool HasAny(string text, string[] parts) => parts.Any(part => text.Contains(part, StringComparison.OrdinalIgnoreCase));
}
