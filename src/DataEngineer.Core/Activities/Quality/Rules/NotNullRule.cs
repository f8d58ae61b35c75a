using DataEngineer.Definitions.Model;
using DataEngineer.Engine;

namespace DataEngineer.Activities.Quality.Rules;

/// <summary>Every row has a value in each of the columns. All rows are judged; a row that lacks several values fails once.</summary>
internal sealed record NotNullRule(IReadOnlyList<string> Columns) : IRule
{
    public string Check => "not_null";

    public IReadOnlyList<string> Aggregates { get; } = [.. Columns.Select(column => $"count({Sql.Name(column)})")];

    public RowFilter? Filter => null;

    public static NotNullRule Compile(RuleScope scope, AssertDefinition definition) =>
        new([.. definition.NotNull.Select(name => scope.Column(name).Name).Distinct(StringComparer.Ordinal)]);

    public Finding Judge(Measures measures, AssertSession session, CancellationToken cancellationToken)
    {
        string[] lacking = [.. Columns.Where((_, i) => measures.Whole(Aggregates[i]) < measures.Rows)];
        var failed = lacking switch
        {
            [] => 0,
            [var only] => measures.Rows - measures.Whole($"count({Sql.Name(only)})") ?? 0,
            _ => session.Engine.Query($"SELECT count(*) FROM {session.Source} WHERE {AnyNull(lacking)}", row => row.GetInt64(0), cancellationToken)[0],
        };
        return Finding.OfRows(failed, measures.Rows, $"have no value in {Words.AnyOf(lacking.Length > 0 ? lacking : Columns)}");
    }

    public RowQuery FailingRows(AssertSession session, CancellationToken cancellationToken) =>
        new($"SELECT {session.Row} FROM {session.Numbered} WHERE {AnyNull(Columns)}");

    public RowQuery Sample(AssertSession session, int limit) => RowSample.Of(FailingRows(session, CancellationToken.None), session, limit);

    private static string AnyNull(IEnumerable<string> columns) => string.Join(" OR ", columns.Select(column => $"{Sql.Name(column)} IS NULL"));
}
