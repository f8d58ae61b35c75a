using DataEngineer.Definitions.Model;
using DataEngineer.Engine;
using DataEngineer.Failures;
using DataEngineer.Plans;

namespace DataEngineer.Activities.Quality.Rules;

/// <summary>
/// A query of the user's; every row it returns is a failure. The rows judged, for percentages, are the dataset's. To quarantine, the query
/// returns whole rows of the dataset, and as many copies of a row are set aside as it returns, at most as many as there are.
/// </summary>
internal sealed class SqlRule : IRule
{
    private readonly RuleScope _scope;
    private readonly SqlStatement _statement;
    private readonly string _returned;

    private SqlRule(RuleScope scope, SqlStatement statement)
    {
        (_scope, _statement) = (scope, statement);
        _returned = $"sql_returned_{scope.Index}";
    }

    public string Check => "sql";

    public IReadOnlyList<string> Aggregates => [];

    public RowFilter? Filter => null;

    public static SqlRule Compile(RuleScope scope, CancellationToken cancellationToken)
    {
        var sql = scope.Assertion.Sql ?? throw new InvalidOperationException($"The plan has no query for assertion {scope.Assertion.Name}.");
        return QueryErrors.Named(scope.Assertion, scope.Session, () => new SqlRule(scope, SqlStatement.Check(sql)).Checked(cancellationToken));
    }

    public Finding Judge(Measures measures, AssertSession session, CancellationToken cancellationToken)
    {
        // The table holds one number; the rows returned are counted as they come.
        var counted = $"sql_counted_{_scope.Index}";
        Run($"CREATE TEMP TABLE {counted} AS SELECT count(*) FROM (", ")", cancellationToken);
        var failed = session.Engine.Query($"FROM {counted}", row => row.GetInt64(0), cancellationToken)[0];
        var rows = failed == 1 ? "1 row" : $"{failed} rows";
        return new Finding(failed, measures.Rows, $"the query returned {rows}; '{session.Dataset.Dataset}' has {measures.Rows}");
    }

    public RowQuery? FailingRows(AssertSession session, CancellationToken cancellationToken)
    {
        var (copies, copy) = (session.FreeName("copies"), session.FreeName("copy"));
        var dataset = session.Dataset.Columns.Select(column => Sql.Name(column.Name)).ToArray();
        var same = string.Join(" AND ", dataset.Select(column => $"d.{column} IS NOT DISTINCT FROM r.{column}"));
        Run($"CREATE TEMP TABLE {_returned} AS SELECT {session.Columns}, count(*) AS {copies} FROM (", $") GROUP BY {session.Columns}", cancellationToken);
        RefuseForeignRows(session, same, cancellationToken);
        return new RowQuery(
            $"""
            SELECT d.{session.Row} FROM (
              SELECT *, row_number() OVER (PARTITION BY {session.Columns} ORDER BY {session.Row}) AS {copy} FROM {session.Numbered}
              WHERE hash({session.Columns}) IN (SELECT hash({session.Columns}) FROM {_returned})) AS d
            JOIN {_returned} AS r ON {same} WHERE d.{copy} <= r.{copies}
            """);
    }

    public RowQuery Sample(AssertSession session, int limit) => Query().Within("SELECT * FROM (", $") LIMIT {limit}");

    private RowQuery Query() => new(new SqlComposition().Append(_statement), SqlParameters.Bind([_statement.Sql], _scope.Session.Plan.Variables));

    private SqlRule Checked(CancellationToken cancellationToken)
    {
        QueryParser.Check(_scope.Session.Engine, _statement, cancellationToken);
        var query = Query().Within("SELECT * FROM (", ")");
        var returned = _scope.Session.Writer.Describe(query.Sql, "the query", cancellationToken, query.Parameters);
        if (_scope.Assertion.Definition.OnFailure == FailureAction.Quarantine)
        {
            CheckReturnsWholeRows(returned);
        }

        return this;
    }

    private void CheckReturnsWholeRows(IReadOnlyList<Column> returned)
    {
        var session = _scope.Session;
        var wanted = session.Dataset.Columns;
        if (returned.Count != wanted.Count || wanted.Any(column => !returned.Any(other => IsSame(column, other))))
        {
            throw StepFailedException.Terminal(
                AssertCodes.CannotQuarantine,
                FailureClass.Definition,
                $"on_failure quarantine needs a query that returns whole rows of '{session.Dataset.Dataset}'; this one returns {Shape(returned)}, and the dataset has {Shape(wanted)}.",
                $"Write `select {session.Dataset.Dataset}.* from {session.Dataset.Dataset} where ...`, or choose block or continue.");
        }
    }

    private void RefuseForeignRows(AssertSession session, string same, CancellationToken cancellationToken)
    {
        var foreign = session.Engine.Query(
            $"SELECT count(*) FROM {_returned} AS r WHERE NOT EXISTS (SELECT 1 FROM {session.Source} AS d WHERE {same})", row => row.GetInt64(0), cancellationToken)[0];
        if (foreign > 0)
        {
            throw _scope.Problem(
                AssertCodes.CannotQuarantine,
                FailureClass.Definition,
                $"on_failure quarantine needs a query that returns rows of '{session.Dataset.Dataset}' as they are; {foreign} of those it returned are not in the dataset.",
                "Return the columns unchanged, or choose block or continue.");
        }
    }

    private void Run(string before, string after, CancellationToken cancellationToken)
    {
        var statement = Query().Within(before, after);
        QueryErrors.Named(_scope.Assertion, _scope.Session, () => _scope.Session.Writer.Execute(statement.Sql, cancellationToken, statement.Parameters));
    }

    private static bool IsSame(Column a, Column b) => string.Equals(a.Name, b.Name, StringComparison.OrdinalIgnoreCase) && a.Type == b.Type;

    private static string Shape(IEnumerable<Column> columns) => string.Join(", ", columns.Select(column => $"{column.Name} {column.Type}"));
}
