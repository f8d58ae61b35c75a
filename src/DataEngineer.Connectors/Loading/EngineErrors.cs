using DataEngineer.Connections;
using DataEngineer.Engine;
using DataEngineer.Failures;
using DuckDB.NET.Data;

namespace DataEngineer.Connectors.Loading;

/// <summary>
/// Classifies what the engine and the file system throw during a load. The engine's own words are passed on only where they speak of
/// files, tables or columns; conversion and constraint errors quote values, so neither their text nor they themselves are kept.
/// </summary>
internal static class EngineErrors
{
    private static readonly string[] s_damaged =
        ["not a valid DuckDB database file", "Corrupt database file", "Could not read enough bytes", "Serialization", "different version", "version number", "No magic bytes found", "too small to be a Parquet file", "Invalid Parquet"];

    private static readonly string[] s_full = ["No space left on device", "not enough space", "disk full", "Disk quota exceeded"];

    private static readonly string[] s_speakOfNames = ["Catalog", "Binder", "Parser", "Dependency", "Permission", "Not implemented"];

    public static StepFailedException Classify(DuckDBException error, LoadRequest request, string location)
    {
        var said = EngineError.Read(error);
        return Classify(said.Kind.Split(": ")[^1], said.Text, error, request, location);
    }

    public static StepFailedException Classify(Exception error, LoadRequest request, string location) => error switch
    {
        UnauthorizedAccessException => Refused(LoadErrors.Load(request), location, error.Message, error),
        _ when HasAny(error.Message, s_full) => Full(LoadErrors.Load(request), location, error),
        _ => Unreadable(LoadErrors.Load(request), location, error.Message, error),
    };

    /// <param name="kind">The engine's word for the kind of error: IO, Constraint, Out of Memory and so on.</param>
    /// <param name="text">What it said.</param>
    internal static StepFailedException Classify(string kind, string text, Exception error, LoadRequest request, string location)
    {
        var load = LoadErrors.Load(request);
        var line = text.Split('\n')[0].Trim();
        return kind switch
        {
            _ when text.Contains("max_temp_directory_size", StringComparison.Ordinal) => Full(load, location, error),
            "Out of Memory" or "OutOfMemory" => OutOfMemory(load, request, error),
            "TransactionContext" when line.Contains("constraint", StringComparison.OrdinalIgnoreCase) => Constraint(load, location),
            "Conversion" or "Out of Range" => Misfit(load, location),
            "Constraint" => Constraint(load, location),
            _ when line.Contains("Could not set lock on file", StringComparison.Ordinal) => InUse(load, location, line, error),
            _ when HasAny(line, s_full) => Full(load, location, error),
            _ when HasAny(line, s_damaged) || HasAny(kind, s_damaged) => Damaged(load, location, line, error),
            _ when line.Contains("Permission denied", StringComparison.OrdinalIgnoreCase) => Refused(load, location, line, error),
            "IO" => Unreadable(load, location, line, error),
            _ => StepFailedException.Terminal(
                "DE0820", FailureClass.Internal,
                $"{load}: the engine could not do the load into {location}: {(Array.IndexOf(s_speakOfNames, kind) >= 0 ? $"{kind} error: {line}" : $"{kind} error")}. Nothing was written.",
                "Report it with the run's id."),
        };
    }

    private static StepFailedException InUse(string load, string location, string said, Exception error) => StepFailedException.Transient(
        "DE0812", FailureClass.Infrastructure,
        $"{load}: the database file {location} is in use by another program: {said}. Allowed: one program at a time. Nothing was written.",
        "Close the other program, or let it read a copy of the file. The load is tried again.", error);

    private static StepFailedException Full(string load, string location, Exception error) => StepFailedException.Transient(
        "DE0813", FailureClass.Quota, $"{load}: no disk space is left for {location} or its scratch files. Nothing was written.",
        "Free disk space or move the customer's store to a larger disk. The load is tried again.", error);

    private static StepFailedException OutOfMemory(string load, LoadRequest request, Exception error) => StepFailedException.Terminal(
        "DE0814", FailureClass.Quota, $"{load}: the engine needs more than the {request.Memory} of memory that the customer's quota allows. Nothing was written.",
        "Raise quotas.memory in customer.yml, or load smaller intervals.", error);

    private static StepFailedException Damaged(string load, string location, string said, Exception error) => StepFailedException.Terminal(
        "DE0815", FailureClass.Infrastructure, $"{load}: {location} cannot be read: {said}. Nothing was written.",
        "Restore the file from a backup, or move it away and load the intervals again. If a newer program wrote it, use that program's version.", error);

    private static StepFailedException Misfit(string load, string location) => StepFailedException.Terminal(
        "DE0816", FailureClass.Schema, $"{load}: a value of the dataset does not fit its column's type in {location}. Nothing was written.",
        "Cast the column in a transform and look at what does not cast: where try_cast(column as type) is null.");

    private static StepFailedException Constraint(string load, string location) => StepFailedException.Terminal(
        "DE0817", FailureClass.Quality, $"{load}: rows break a constraint (key, check or not null) that the table has in {location}. Nothing was written.",
        "Look at the table's constraints, and assert the same on the dataset so that it is found before the load.");

    private static StepFailedException Refused(string load, string location, string said, Exception error) => StepFailedException.Terminal(
        "DE0818", FailureClass.Permission, $"{load}: {location} cannot be opened: {said}. Nothing was written.",
        "Give the account that runs loads the right to read and write it.", error);

    private static StepFailedException Unreadable(string load, string location, string said, Exception error) => StepFailedException.Transient(
        "DE0819", FailureClass.Infrastructure, $"{load}: reading or writing {location} failed: {said}. Nothing was written.",
        "Look at the disk. The load is tried again.", error);

    private static bool HasAny(string text, string[] parts) => parts.Any(part => text.Contains(part, StringComparison.OrdinalIgnoreCase));
}
