using DataEngineer.Definitions.Model;

namespace DataEngineer.Activities.Quality.Rules;

/// <summary>The dataset has as many rows as allowed. It is judged as a whole: it holds or not.</summary>
internal sealed record RowCountRule(long? Min, long? Max) : IRule
{
    public string Check => "row_count";

    public IReadOnlyList<string> Aggregates => [];

    public RowFilter? Filter => null;

    public static RowCountRule Compile(RuleScope scope, RowCountCheck check)
    {
        Quarantine.RefuseFor(scope, "row_count");
        return new RowCountRule(check.Min, check.Max);
    }

    public Finding Judge(Measures measures, AssertSession session, CancellationToken cancellationToken)
    {
        var allowed = (Min, Max) switch
        {
            ({ } min, { } max) => $"{min} to {max}",
            ({ } min, null) => $"at least {min}",
            (null, { } max) => $"at most {max}",
            _ => "any number",
        };
        return Finding.OfDataset(measures.Rows < Min || measures.Rows > Max, $"the dataset has {measures.Rows} rows; allowed are {allowed}");
    }

    public RowQuery? FailingRows(AssertSession session, CancellationToken cancellationToken) => null;

    public RowQuery? Sample(AssertSession session, int limit) => null;
}
