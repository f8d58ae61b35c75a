using System.Globalization;
using DataEngineer.Activities.Quality.Values;
using DataEngineer.Definitions.Model;
using DataEngineer.Engine;
using DataEngineer.Failures;
using DataEngineer.Plans;
using DataEngineer.Runs;

namespace DataEngineer.Activities.Quality.Rules;

/// <summary>Every value of a column stands in a column of another dataset. Null is not judged.</summary>
/// <param name="Orphans">Name of a table for the row numbers of the failing rows, so that they are looked for once.</param>
internal sealed record RelationshipsRule(Column Column, DatasetRef Other, Column OtherColumn, string Orphans) : IRule
{
    public string Check => "relationships";

    public IReadOnlyList<string> Aggregates { get; } = [$"count({Sql.Name(Column.Name)})"];

    public RowFilter? Filter => null;

    public static RelationshipsRule Compile(RuleScope scope, RelationshipsCheck check)
    {
        var column = scope.Column(check.Column);
        if (check.To.Split('.', 2) is not [var dataset, var key])
        {
            throw scope.Problem(AssertCodes.UnknownDataset, FailureClass.Definition, $"to '{check.To}' is not written as dataset.column.");
        }

        var other = scope.Input(dataset);
        var otherColumn = scope.ColumnOf(other, key);
        CheckTypes(scope, column, dataset, otherColumn);
        return new RelationshipsRule(column, other, otherColumn, string.Create(CultureInfo.InvariantCulture, $"orphans_{scope.Index}"));
    }

    public Finding Judge(Measures measures, AssertSession session, CancellationToken cancellationToken)
    {
        var (name, otherName) = (Sql.Name(Column.Name), Sql.Name(OtherColumn.Name));
        session.Engine.Execute(
            $"""
            CREATE TEMP TABLE {Orphans} AS SELECT d.{session.Row} FROM {session.Numbered} AS d
            WHERE d.{name} IS NOT NULL AND d.{name} NOT IN (SELECT other.{otherName} FROM {Sql.Name(Other.Dataset)} AS other WHERE other.{otherName} IS NOT NULL)
            """,
            cancellationToken);
        var failed = session.Engine.Query($"SELECT count(*) FROM {Orphans}", row => row.GetInt64(0), cancellationToken)[0];
        return Finding.OfRows(failed, measures.Whole(Aggregates[0]) ?? 0, $"have a value in '{Column.Name}' that '{Other.Dataset}' has not in '{OtherColumn.Name}'");
    }

    public RowQuery FailingRows(AssertSession session, CancellationToken cancellationToken) => new($"SELECT {session.Row} FROM {Orphans}");

    public RowQuery Sample(AssertSession session, int limit) => RowSample.Of(FailingRows(session, CancellationToken.None), session, limit);

    private static void CheckTypes(RuleScope scope, Column column, string dataset, Column other)
    {
        if (Family(column) != Family(other))
        {
            throw scope.Problem(
                AssertCodes.ColumnNotJudged,
                FailureClass.Schema,
                $"column '{column.Name}' is {column.Type} and '{dataset}.{other.Name}' is {other.Type}; values of these types are never the same.",
                "Cast one of them in a transform.");
        }
    }

    // Types whose values the engine compares by what they mean.
    private static string Family(Column column) => ColumnType.Parse(column.Type) switch
    {
        { Kind: ColumnKind.Exact or ColumnKind.Floating } => "number",
        { Kind: ColumnKind.Date or ColumnKind.Timestamp or ColumnKind.TimestampTz } => "moment",
        var type => type.Name,
    };
}
