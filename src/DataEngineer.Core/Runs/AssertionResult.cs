using System.Text.Json.Serialization;
using DataEngineer.Failures;

namespace DataEngineer.Runs;

/// <summary>What one assertion found.</summary>
/// <param name="Check">The kind of check, as written: not_null, unique, sql and so on.</param>
/// <param name="FailedRows">Rows that do not hold; for checks of the whole dataset 1 or 0.</param>
/// <param name="TotalRows">Rows judged.</param>
/// <param name="Message">What was found and what was allowed, for a person; never a row value.</param>
/// <param name="Sample">Path in the customer's store of a Parquet file with up to 100 failing rows, or null.</param>
/// <param name="Quarantined">Rows it set aside.</param>
public sealed record AssertionResult(
    string Name,
    string Dataset,
    string Check,
    AssertionStatus Status,
    FailureClass Class,
    long FailedRows,
    long TotalRows,
    string Message,
    string? Sample,
    long Quarantined = 0)
{
    /// <summary>True where it failed and the rows it found went on: on_failure block or continue, not quarantine.</summary>
    [JsonIgnore]
    public bool IsUncontained => Status == AssertionStatus.Failed && Quarantined == 0;
}
