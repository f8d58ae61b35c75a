using DataEngineer.Plans;

namespace DataEngineer.Activities.Extract.Csv;

/// <summary>How one CSV file is written, and what its columns look like.</summary>
/// <param name="HasRows">False for a header and nothing else; the types are then those of nothing.</param>
internal sealed record CsvShape(
    string Delimiter, string Quote, string Escape, bool Header, string? DateFormat, string? TimestampFormat, IReadOnlyList<Column> Columns, bool HasRows)
{
    /// <summary>Files of one layout are read together.</summary>
    public bool ReadsLike(CsvShape other) =>
        (Delimiter, Quote, Escape, Header, DateFormat, TimestampFormat) == (other.Delimiter, other.Quote, other.Escape, other.Header, other.DateFormat, other.TimestampFormat)
        && Columns.Select(column => column.Name).SequenceEqual(other.Columns.Select(column => column.Name), StringComparer.Ordinal);
}
