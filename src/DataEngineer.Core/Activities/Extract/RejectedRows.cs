using DataEngineer.Definitions.Model;
using DataEngineer.Engine;
using DataEngineer.Failures;

namespace DataEngineer.Activities.Extract;

/// <summary>Rows set aside: counted, kept for inspection, and judged by the step's thresholds.</summary>
/// <param name="Count">Rows; one with several errors counts once.</param>
/// <param name="Total">Rows read, the rejected ones among them.</param>
/// <param name="First">The first few: place, column and error, never a value.</param>
internal sealed record RejectedRows(long Count, long Total, IReadOnlyList<string> First)
{
    /// <summary>The table they are collected in, while the step runs.</summary>
    public const string Table = "__de_rejected";

    public static RejectedRows None { get; } = new(0, 0, []);

    /// <summary>Makes the table.</summary>
    public static void Prepare(DuckSession session, CancellationToken cancellationToken) =>
        session.Execute($"CREATE TEMP TABLE {Table} (file BIGINT, line BIGINT, \"column\" VARCHAR, error VARCHAR, row VARCHAR)", cancellationToken);

    /// <summary>The query of what is kept: one row for each rejected one.</summary>
    public static SqlComposition Query(IEnumerable<SourceFile> files) => new SqlComposition().Append(
        $"SELECT {Sql.List(files.Select(file => file.Path))}[file + 1] AS file, line, \"column\", error, row FROM {Table} ORDER BY {Table}.file, line");

    public static RejectedRows Collect(DuckSession session, IReadOnlyList<SourceFile> files, long written, CancellationToken cancellationToken)
    {
        var count = session.Query($"SELECT count(*) FROM {Table}", row => row.GetInt64(0), cancellationToken)[0];
        var first = session.Query(
            $"SELECT file, line, \"column\", error FROM {Table} ORDER BY file, line LIMIT 5",
            row => $"{files[(int)row.GetInt64(0)].Path}({row.GetInt64(1)}){(row.IsDBNull(2) ? "" : $" {row.GetString(2)}")}: {row.GetString(3)}",
            cancellationToken);
        return new RejectedRows(count, written + count, first);
    }

    /// <summary>The failure, where more were rejected than the step bears.</summary>
    public Failure? Judge(string what, RejectsDefinition limits, string path) => !limits.ErrorIf.IsExceededBy(Count, Total) ? null : new Failure(
        "DE0513",
        FailureClass.Quality,
        Transient: false,
        $"{what}: {Sentence}; rejects.error_if is {limits.ErrorIf}. {Places} All are in {path}.",
        "Have the data corrected, name fitting types under columns:, or bear them with rejects: {error_if: \">1%\"}.");

    /// <summary>The warning, where there is one to give.</summary>
    public string? Warning(string what, RejectsDefinition limits, string path) =>
        limits.WarnIf.IsExceededBy(Count, Total) ? $"{what}: {Sentence}. {Places} All are in {path}." : null;

    private string Sentence => $"{Count} of {Total} rows could not be read and were set aside";

    private string Places => $"First: {string.Join("; ", First)}.";
}
