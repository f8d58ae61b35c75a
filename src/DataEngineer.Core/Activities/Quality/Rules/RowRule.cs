namespace DataEngineer.Activities.Quality.Rules;

/// <summary>A rule that tells of each row by itself whether it holds; rows without a value in the column are not judged.</summary>
/// <param name="Column">The column, quoted.</param>
/// <param name="Fault">What failing rows have or lack, for a message.</param>
internal sealed record RowRule(string Check, string Column, RowFilter Filter, string Fault) : IRule
{
    public IReadOnlyList<string> Aggregates => [$"count({Column})"];

    public Finding Judge(Measures measures, AssertSession session, CancellationToken cancellationToken) =>
        Finding.OfRows(measures.Failing(Filter), measures.Whole(Aggregates[0]) ?? 0, Fault);

    public RowQuery FailingRows(AssertSession session, CancellationToken cancellationToken) =>
        new($"SELECT {session.Row} FROM {session.Numbered} AS {session.Source} WHERE {Filter.Predicate}");

    public RowQuery Sample(AssertSession session, int limit) => RowSample.Of(FailingRows(session, CancellationToken.None), session, limit);
}
