using DataEngineer.Engine;
using DataEngineer.Failures;

namespace DataEngineer.Activities.Extract;

/// <summary>The failures of extracts. Engine messages hold row values and are never passed on.</summary>
internal static class ExtractErrors
{
    public static StepFailedException MissingFile(string what, string connection, string path, string? nearest) => StepFailedException.Terminal(
        "DE0501", FailureClass.MissingData, $"{what}: connection '{connection}' has no file '{path}'.", nearest is null ? "Deliver the file, or set allow_empty with columns." : $"Did you mean '{nearest}'?");

    public static StepFailedException EmptyGlob(string what, string connection, string glob) => StepFailedException.Terminal(
        "DE0502", FailureClass.MissingData, $"{what}: no file of connection '{connection}' matches '{glob}'.", "Deliver a file, correct the glob, or set allow_empty with columns.");

    public static StepFailedException EmptyFile(string what, string path) => StepFailedException.Terminal(
        "DE0503", FailureClass.MissingData, $"{what}: {path} is empty (0 bytes); a CSV file without rows has its header line.", "Deliver the file again, or set allow_empty with columns.");

    public static StepFailedException UnknownFormat(string what, string path) => StepFailedException.Terminal(
        "DE0504", FailureClass.Definition, $"{what}: the ending of {path} tells no format; known are .csv, .tsv, .txt, .json, .ndjson, .jsonl, these also with .gz, and .parquet.", "Set file.format to csv, json, ndjson or parquet.");

    public static StepFailedException MixedFormats(string what, string first, string other) => StepFailedException.Terminal(
        "DE0504", FailureClass.Definition, $"{what}: {first} and {other} have different formats; one extract reads one.", "Narrow the glob, or make an extract for each format.");

    public static StepFailedException Malformed(string what, string place, string how) => StepFailedException.Terminal(
        "DE0506", FailureClass.Quality, $"{what}: {place}: {how}.", "Deliver the file again; nothing of it was staged.");

    public static StepFailedException NoColumns(string what, string path) => StepFailedException.Terminal(
        "DE0507", FailureClass.MissingData, $"{what}: {path} has no rows, and JSON without rows has no columns.", "Name the columns under columns:.");

    public static StepFailedException UnknownColumn(string what, string column, IReadOnlyCollection<string> known)
    {
        var nearest = Nearest.To(column, known);
        return StepFailedException.Terminal(
            "DE0508",
            FailureClass.Schema,
            $"{what}: columns names '{column}', which no file has; they have {string.Join(", ", known.Take(20))}{(known.Count > 20 ? $" and {known.Count - 20} more" : "")}.",
            nearest is null ? "Correct the name under columns:." : $"Did you mean '{nearest}'?");
    }

    public static StepFailedException UnknownType(string what, string column, string type) => StepFailedException.Terminal(
        "DE0509", FailureClass.Definition, $"{what}: column '{column}' has type '{type}', which is not a type of DuckDB.", "Name one, for example VARCHAR, BIGINT, DOUBLE, DECIMAL(18,2), BOOLEAN, DATE, TIMESTAMP, TIMESTAMPTZ.");

    public static StepFailedException WrongEncoding(string what, string path, long line, string encoding) => StepFailedException.Terminal(
        "DE0510", FailureClass.Quality, $"{what}: {path}({line}): the bytes are not {encoding}; nothing was replaced or dropped.", "Set file.encoding to what the file is written in: utf_8, utf_16, latin_1 or windows_1252.");

    public static StepFailedException ConflictingTypes(string what, string column, string firstFile, string firstType, string otherFile, string otherType) => StepFailedException.Terminal(
        "DE0511", FailureClass.Schema, $"{what}: column '{column}' is {firstType} in {firstFile} and {otherType} in {otherFile}.", $"Name its type under columns:, for example {{{column}: VARCHAR}}.");

    public static StepFailedException DuplicateColumn(string what, string path, string column) => StepFailedException.Terminal(
        "DE0512", FailureClass.Schema, $"{what}: {path} has column '{column}' twice (upper and lower case are one).", "Have it delivered with distinct names, or set csv: {header: false, skip_rows: 1} to read it without its header.");

    /// <summary>An engine error that is about the machine or the definition, not about rows.</summary>
    public static StepFailedException OfEngine(string what, EngineError error)
    {
        var sql = SqlErrors.Of(error, new SqlComposition(), what, []).Failure;
        return error.Kind switch
        {
            "Binder" or "Catalog" => StepFailedException.Terminal("DE0518", FailureClass.Definition, $"{what}: the engine does not take these file options: {error.Text.Split('\n')[0]}", "Correct file.csv or columns:."),
            "Conversion" or "Invalid Input" or "Out of Range" => StepFailedException.Terminal("DE0506", FailureClass.Quality, $"{what}: the files could not be read.", "Look at the files; nothing was staged."),
            "Permission" => StepFailedException.Terminal("DE0514", FailureClass.Permission, $"{what}: a file may not be read.", "Look at the rights of the files."),
            _ => new StepFailedException(sql),
        };
    }

    public static StepFailedException NoPermission(string what, string path) => StepFailedException.Terminal(
        "DE0514", FailureClass.Permission, $"{what}: {path} may not be read.", "Give the host's account the right to read it.");

    public static StepFailedException Unbalanced(string what, long read, long written, long rejected) => StepFailedException.Terminal(
        "DE0592", FailureClass.Internal, $"{what}: {read} rows were read, but {written} written and {rejected} rejected.", "Report this; nothing was staged.");
}
