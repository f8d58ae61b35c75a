using DataEngineer.Activities.Quality.Values;
using DataEngineer.Definitions.Model;
using DataEngineer.Engine;
using DataEngineer.Failures;

namespace DataEngineer.Activities.Quality.Rules;

/// <summary>
/// The newest value of a column is not older than allowed, measured at the interval's end, or now where the run has no interval. A date
/// counts from the start of its day, and dates and timestamps without a zone are UTC. A dataset without a value is not fresh; a value
/// after the moment of measuring is.
/// </summary>
internal sealed record FreshnessRule(string Column, TimeSpan MaxAge, DateTimeOffset Reference) : IRule
{
    public string Check => "freshness";

    public IReadOnlyList<string> Aggregates { get; } = [$"count({Sql.Name(Column)})", $"epoch_us(TRY_CAST(max({Sql.Name(Column)}) AS TIMESTAMP))"];

    public RowFilter? Filter => null;

    public static FreshnessRule Compile(RuleScope scope, FreshnessCheck check)
    {
        Quarantine.RefuseFor(scope, "freshness");
        var column = scope.Column(check.Column);
        return ColumnType.Parse(column.Type).Kind is ColumnKind.Date or ColumnKind.Timestamp or ColumnKind.TimestampTz
            ? new FreshnessRule(column.Name, check.MaxAge, scope.Reference)
            : throw scope.Problem(AssertCodes.ColumnNotJudged, FailureClass.Schema, $"column '{column.Name}' is {column.Type}; freshness judges dates and timestamps.");
    }

    public Finding Judge(Measures measures, AssertSession session, CancellationToken cancellationToken)
    {
        if (measures.Whole(Aggregates[0]) is null or 0)
        {
            return Finding.OfDataset(failed: true, $"'{Column}' has no value; the newest must be at most {Span.Text(MaxAge)} old");
        }

        if (measures.Whole(Aggregates[1]) is not { } newest)
        {
            return Finding.OfDataset(failed: true, $"the newest value of '{Column}' is infinite or beyond the calendar; the newest must be at most {Span.Text(MaxAge)} old");
        }

        var age = TimeSpan.FromMicroseconds((Reference - DateTimeOffset.UnixEpoch).TotalMicroseconds - newest);
        return Finding.OfDataset(age > MaxAge, age < TimeSpan.Zero
            ? $"the newest value of '{Column}' is after the moment of measuring; allowed is an age of at most {Span.Text(MaxAge)}"
            : $"the newest value of '{Column}' is {Span.Text(age)} old; allowed is an age of at most {Span.Text(MaxAge)}");
    }

    public RowQuery? FailingRows(AssertSession session, CancellationToken cancellationToken) => null;

    public RowQuery? Sample(AssertSession session, int limit) => null;
}
