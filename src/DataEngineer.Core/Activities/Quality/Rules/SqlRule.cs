using DataEngineer.Definitions.Model;
using DataEngineer.Engine;
using DataEngineer.Failures;
using DataEngineer.Plans;
using DuckDB.NET.Data;

namespace DataEngineer.Activities.Quality.Rules;

/// <summary>
/// A query of the user's; every row it returns is a failure. The rows judged, for percentages, are the dataset's. To quarantine, the query
/// returns whole rows of the dataset, and as many copies of a row are set aside as it returns, at most as many as there are.
/// </summary>
internal sealed class SqlRule : IRule
{
    private readonly RuleScope _scope;
    private readonly SqlText _sql;
    private readonly string _returned;

    private SqlRule(RuleScope scope, SqlText sql)
    {
        (_scope, _sql) = (scope, sql);
        _returned = $"sql_returned_{scope.Index}";
    }

    public string Check => "sql";

    public IReadOnlyList<string> Aggregates => [];

    public RowFilter? Filter => null;

    // Lines of its own, so that a comment at the end does not swallow the bracket, and positions in errors are one line off.
    private string Query => $"(\n{QueryText.WithoutTerminator(_sql.Text)}\n)";

    public static SqlRule Compile(RuleScope scope, CancellationToken cancellationToken)
    {
        var sql = scope.Assertion.Sql ?? throw scope.Problem(AssertCodes.BadQuery, FailureClass.Internal, "the plan has no query for it.", "Report it with the plan.");
        var rule = new SqlRule(scope, sql);
        if (scope.Assertion.Definition.OnFailure == FailureAction.Quarantine)
        {
            rule.CheckReturnsWholeRows(cancellationToken);
        }

        return rule;
    }

    public Finding Judge(Measures measures, AssertSession session, CancellationToken cancellationToken)
    {
        var failed = Run(() => session.Engine.Query($"SELECT count(*) FROM {Query}", row => row.GetInt64(0), cancellationToken, Parameters())[0]);
        var rows = failed == 1 ? "1 row" : $"{failed} rows";
        return new Finding(failed, measures.Rows, $"the query returned {rows}; '{session.Dataset.Dataset}' has {measures.Rows}");
    }

    public RowQuery? FailingRows(AssertSession session, CancellationToken cancellationToken)
    {
        var (copies, copy) = (session.FreeName("copies"), session.FreeName("copy"));
        var dataset = session.Dataset.Columns.Select(column => Sql.Name(column.Name)).ToArray();
        var same = string.Join(" AND ", dataset.Select(column => $"d.{column} IS NOT DISTINCT FROM r.{column}"));
        Run(() => session.Engine.Execute(
            $"CREATE TEMP TABLE {_returned} AS SELECT {session.Columns}, count(*) AS {copies} FROM {Query} GROUP BY {session.Columns}", cancellationToken, Parameters()));
        RefuseForeignRows(session, same, cancellationToken);
        return new RowQuery(
            $"""
            SELECT d.{session.Row} FROM (
              SELECT *, row_number() OVER (PARTITION BY {session.Columns} ORDER BY {session.Row}) AS {copy} FROM {session.Numbered}
              WHERE hash({session.Columns}) IN (SELECT hash({session.Columns}) FROM {_returned})) AS d
            JOIN {_returned} AS r ON {same} WHERE d.{copy} <= r.{copies}
            """);
    }

    public RowQuery Sample(AssertSession session, int limit) => new($"SELECT * FROM {Query} LIMIT {limit}", Parameters());

    private void CheckReturnsWholeRows(CancellationToken cancellationToken)
    {
        var session = _scope.Session;
        var shape = $"sql_shape_{_scope.Index}";
        Run(() => session.Engine.Execute($"CREATE TEMP TABLE {shape} AS SELECT * FROM {Query} LIMIT 0", cancellationToken, Parameters()));
        var returned = session.Engine.Query($"SELECT column_name, column_type FROM (DESCRIBE {shape})", row => new Column(row.GetString(0), row.GetString(1)), cancellationToken);
        var wanted = session.Dataset.Columns;
        if (returned.Count != wanted.Count || wanted.Any(column => !returned.Any(other => IsSame(column, other))))
        {
            throw _scope.Problem(
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

    private DuckDBParameter[] Parameters() => QueryParameters.Of(_scope.Session.Plan, _scope.Assertion.Parameters);

    private T Run<T>(Func<T> query)
    {
        try
        {
            return query();
        }
        catch (DuckDBException e) when (!EngineFailures.IsOutOfMemory(e))
        {
            throw QueryErrors.Of(_scope, _sql, linesBefore: 1, e);
        }
        catch (InvalidOperationException e) when (e.Message.Contains("parameter", StringComparison.OrdinalIgnoreCase))
        {
            throw _scope.Problem(AssertCodes.BadQuery, FailureClass.Definition, $"{_sql.File}: the query's parameters are not those that the plan binds.");
        }
    }

    private static bool IsSame(Column a, Column b) => string.Equals(a.Name, b.Name, StringComparison.OrdinalIgnoreCase) && a.Type == b.Type;

    private static string Shape(IEnumerable<Column> columns) => string.Join(", ", columns.Select(column => $"{column.Name} {column.Type}"));
}
