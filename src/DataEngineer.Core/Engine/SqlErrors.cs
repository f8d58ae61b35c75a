using System.Text.RegularExpressions;
using DataEngineer.Failures;
using DuckDB.NET.Data;

namespace DataEngineer.Engine;

/// <summary>
/// Makes a classified failure of an engine error: where in the SQL file, what, and what to do. Engine messages hold row values, so
/// only sentences about the SQL itself are passed on.
/// </summary>
public static partial class SqlErrors
{
    /// <summary>The failure of a statement.</summary>
    /// <param name="exception">What the engine threw.</param>
    /// <param name="sql">The statement, with where its pieces were written.</param>
    /// <param name="what">What was being done, for errors that have no place in a person's SQL: "transform 'daily'".</param>
    /// <param name="known">The datasets and columns that may be named, for suggestions.</param>
    public static StepFailedException Of(DuckDBException exception, SqlComposition sql, string what, IReadOnlyCollection<string> known) =>
        Of(EngineError.Read(exception), sql, what, known);

    /// <summary>The failure of a statement, from the engine's error taken apart.</summary>
    public static StepFailedException Of(EngineError error, SqlComposition sql, string what, IReadOnlyCollection<string> known)
    {
        var (code, failureClass, transient, text, next) = Judge(error, known);
        var spot = sql.Locate(error);
        var place = spot?.ToString() ?? (sql.OnlyOrigin is { } origin ? $"{origin.File}({origin.Line})" : null);
        var message = place is null ? $"{what}: {text}." : $"{place}: {code}: {text}.";
        return new StepFailedException(
            new Failure(code, failureClass, transient, spot is null ? message : $"{message}\n{spot.Picture()}", next),
            inner: null);
    }

    /// <summary>The failure of a statement that holds no person's SQL.</summary>
    public static StepFailedException Of(DuckDBException exception, string what) => Of(exception, new SqlComposition(), what, []);

    private static (string Code, FailureClass Class, bool Transient, string Text, string? Next) Judge(EngineError error, IReadOnlyCollection<string> known) => error.Kind switch
    {
        "Parser" or "Syntax" or "parser" => ("DE0601", FailureClass.Definition, false, FirstLine(error.Text), "Correct the SQL."),
        "Catalog" when error.Subject is "Table" or "View" => MissingTable(error, known),
        "Catalog" => ("DE0604", FailureClass.Definition, false, FirstLine(error.Text) + Candidates(error.Candidates), "Name one that DuckDB has."),
        "Binder" when MissingColumn().Match(error.Text) is { Success: true } match => MissingColumnOf(error, match.Groups["name"].Value),
        "Binder" => ("DE0605", FailureClass.Definition, false, FirstLine(error.Text), "Correct the SQL."),
        "Conversion" or "Mismatch Type" => ("DE0606", FailureClass.Quality, false, Conversion(error.Text), "Use TRY_CAST where a value may not fit, or reject such rows at extract with columns:."),
        "Out of Range" => ("DE0606", FailureClass.Quality, false, "a result does not fit its type" + RangeOf(error.Text), "Cast to a wider type, for example HUGEINT or DECIMAL(38, 2)."),
        "Constraint" => ("DE0606", FailureClass.Quality, false, "a row breaks a constraint", "Find the rows with a query, and filter or correct them."),
        "Out of Memory" => OutOfMemory(error),
        "IO" or "HTTP" => InputOutput(error),
        "Permission" => ("DE0609", FailureClass.Permission, false, "the SQL reaches for something outside its run; queries read datasets by name and nothing else", "Extract the file first, then name its dataset."),
        "INTERRUPT" or "Interrupt" => ("DE0613", FailureClass.Cancelled, true, "the query was interrupted", null),
        "INTERNAL" or "FATAL" or "Fatal" => ("DE0690", FailureClass.Internal, false, "the engine failed inside", "Report this with the SQL."),
        "Not implemented" => ("DE0605", FailureClass.Definition, false, FirstLine(error.Text), "Write it in another way."),
        _ => ("DE0610", FailureClass.Quality, false, Running(error.Text), "Look at the rows that the query reads."),
    };

    private static (string, FailureClass, bool, string, string?) MissingTable(EngineError error, IReadOnlyCollection<string> known)
    {
        var nearest = Nearest.To(error.Name ?? "", known);
        var text = $"there is no dataset \"{error.Name}\"; the query may read {(known.Count == 0 ? "none" : string.Join(", ", known.Order(StringComparer.Ordinal)))}";
        return ("DE0603", FailureClass.Schema, false, text, nearest is null ? "Name a dataset of the pipeline, or extract one." : $"Did you mean \"{nearest}\"?");
    }

    private static (string, FailureClass, bool, string, string?) MissingColumnOf(EngineError error, string name)
    {
        var listed = error.Candidates.Count > 0
            ? error.Candidates
            : [.. Quoted().Matches(AfterFirstLine(error.Text)).Select(match => match.Groups["name"].Value)];
        return ("DE0602", FailureClass.Schema, false, $"column \"{name}\" is not there{Candidates(listed)}", listed.Count == 0 ? "Name a column that the query reads." : $"Did you mean \"{listed[0]}\"?");
    }

    private static (string, FailureClass, bool, string, string?) OutOfMemory(EngineError error) =>
        error.Text.Contains("max_temp_directory_size", StringComparison.Ordinal) || NoSpace(error.Text)
            ? ("DE0608", FailureClass.Quota, true, "the disk for temporary files is full", "Free space below temp/data-engineer, then retry.")
            : ("DE0607", FailureClass.Quota, false, "the query needs more memory than the quota allows", "Raise quotas: memory of customer.yml, or read less at once.");

    private static (string, FailureClass, bool, string, string?) InputOutput(EngineError error) =>
        NoSpace(error.Text)
            ? ("DE0608", FailureClass.Quota, true, "the disk is full", "Free space, then retry.")
            : ("DE0612", FailureClass.Infrastructure, true, "a file could not be read or written", "Look at the disk and the store.");

    private static bool NoSpace(string text) => text.Contains("No space left", StringComparison.OrdinalIgnoreCase) || text.Contains("Disk quota exceeded", StringComparison.OrdinalIgnoreCase);

    private static string Conversion(string text)
    {
        var column = SourceColumn().Match(text);
        var type = TargetType().Match(text);
        return (column.Success ? $"a value of column \"{column.Groups["name"].Value}\"" : "a value")
            + (type.Success ? $" does not fit {type.Groups["name"].Value.ToUpperInvariant()}" : " does not fit its type");
    }

    private static string RangeOf(string text) => InType().Match(text) is { Success: true } match ? $" ({match.Groups["name"].Value})" : "";

    private static string Running(string text) => text.StartsWith("More than one row returned by a subquery", StringComparison.Ordinal)
        ? "a subquery that stands for one value gave more than one row"
        : "the query failed on the rows it read";

    private static string Candidates(IReadOnlyList<string> names) => names.Count == 0 ? "" : $"; candidates: {string.Join(", ", names.Take(5))}";

    // The first line names what is missing, not what was likely meant.
    private static string AfterFirstLine(string text) => text.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? text[end..] : "";

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd('!', '.', ' ');

    [GeneratedRegex("^Referenced (column|table) \"(?<name>[^\"]+)\" not found|^(Table|Values list) \"[^\"]+\" does not have a column named \"(?<name>[^\"]+)\"", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MissingColumn();

    [GeneratedRegex("\"(?<name>[^\"]+)\"", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"when casting from source column (?<name>\w+)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SourceColumn();

    [GeneratedRegex(@"' to (?<name>[A-Z][A-Z0-9_ ]*[A-Z0-9])|^invalid (?<name>date|timestamp|time) field format", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TargetType();

    [GeneratedRegex(@"^Overflow in [a-z]+ of (?<name>[A-Z0-9]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InType();
}
