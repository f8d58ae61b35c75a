using DataEngineer.Activities.Staging;
using DataEngineer.Engine;
using DataEngineer.Plans;
using DuckDB.NET.Data;

namespace DataEngineer.Activities.Transform;

/// <summary>
/// The queries of one step, one after another. A result that is not staged and has one reader becomes part of that reader's statement,
/// so that the engine never holds it whole; with more readers it is a temporary table, which may spill to disk.
/// </summary>
internal sealed class TransformRun(StepContext context, TransformStep step, DuckSession session, TransformFiles files, CancellationToken cancellationToken)
{
    private readonly DatasetWriter _writer = new(session);
    private readonly List<(string Dataset, SqlStatement Statement)> _inlined = [];
    private readonly List<string> _known = [.. step.Reads];
    private readonly List<(PlannedQuery Query, long Rows, IReadOnlyList<Column> Columns)> _written = [];

    public IReadOnlyList<(PlannedQuery Query, long Rows, IReadOnlyList<Column> Columns)> Written => _written;

    public void Run(PlannedQuery query, SqlStatement statement, IEnumerable<PlannedQuery> later)
    {
        try
        {
            QueryParser.Check(session, statement, cancellationToken);
            var columns = _writer.Describe(
                new SqlComposition().Append(statement), $"{query.Sql.File}({query.Sql.Line}): dataset '{query.Dataset}'", cancellationToken, SqlParameters.Bind([query.Sql], context.Plan.Variables));
            var inlined = InlinedInto(query.Sql.Text);
            var whole = Compose(inlined, statement);
            var parameters = SqlParameters.Bind([.. inlined.Select(part => part.Statement.Sql), query.Sql], context.Plan.Variables);
            if (query.Staged)
            {
                Stage(query, whole, columns, parameters);
            }
            else if (later.Count(reader => SqlTokens.Mentions(reader.Sql.Text, query.Dataset)) > 1)
            {
                var create = new SqlComposition().Append($"CREATE TEMP TABLE {Sql.Name(query.Dataset)} AS ").Append(whole);
                _writer.Execute(create, cancellationToken, parameters);
            }
            else
            {
                _inlined.Add((query.Dataset, statement));
                session.Execute($"CREATE TEMP TABLE {Sql.Name(query.Dataset)} AS SELECT {string.Join(", ", columns.Select(EmptyColumn))} LIMIT 0", cancellationToken);
            }
        }
        catch (EngineException e)
        {
            throw SqlErrors.Of(e.Error, e.Sql, $"Dataset '{query.Dataset}'", _known);
        }

        _known.Add(query.Dataset);
    }

    private static string EmptyColumn(Column column) =>
        column.Type == "\"NULL\"" ? $"NULL AS {Sql.Name(column.Name)}" : $"CAST(NULL AS {column.Type}) AS {Sql.Name(column.Name)}";

    private static SqlComposition Compose(List<(string Dataset, SqlStatement Statement)> inlined, SqlStatement statement)
    {
        if (inlined.Count == 0)
        {
            return new SqlComposition().Append(statement);
        }

        var text = new SqlComposition();
        foreach (var (dataset, part) in inlined)
        {
            text.Append($"{(part == inlined[0].Statement ? "WITH" : ",")} {Sql.Name(dataset)} AS (").Append(part).Append(")");
        }

        return text.Append(" SELECT * FROM (").Append(statement).Append(")");
    }

    private List<(string Dataset, SqlStatement Statement)> InlinedInto(string sql)
    {
        var chosen = new List<(string Dataset, SqlStatement Statement)>();
        foreach (var part in Enumerable.Reverse(_inlined))
        {
            if (SqlTokens.Mentions(sql, part.Dataset) || chosen.Exists(later => SqlTokens.Mentions(later.Statement.Sql.Text, part.Dataset)))
            {
                chosen.Insert(0, part);
            }
        }

        return chosen;
    }

    private void Stage(PlannedQuery query, SqlComposition composition, IReadOnlyList<Column> columns, DuckDBParameter[] parameters)
    {
        var file = files.Outputs[query.Dataset];
        var (rows, staged) = _writer.Write(composition, columns, file, cancellationToken, parameters);
        session.Execute($"CREATE VIEW {Sql.Name(query.Dataset)} AS SELECT * FROM {DatasetWriter.Relation(file.LocalPath)}", cancellationToken);
        _written.Add((query, rows, staged));
        context.Progress.Report(new StepProgress(context.Plan.Run.ToString(), step.Name, _written.Sum(part => part.Rows), (double)_written.Count / files.Outputs.Count));
    }
}
