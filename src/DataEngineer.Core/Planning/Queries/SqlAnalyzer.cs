using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Values;
using DataEngineer.Engine;
using DataEngineer.Plans;
using DuckDB.NET.Data;

namespace DataEngineer.Planning.Queries;

/// <summary>
/// Asks the engine's own parser what queries read, so that nothing is guessed. It keeps one session and remembers every text it has
/// seen; give it many at once with <see cref="Prepare"/>. Safe for several threads.
/// </summary>
public sealed class SqlAnalyzer : IDisposable
{
    private const int BatchSize = 2000;
    private const string Ask = "SELECT json_serialize_sql(q, skip_default := true, skip_empty := true, skip_null := true) FROM (SELECT unnest($texts) AS q)";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, ParsedQuery> _seen = new(StringComparer.Ordinal);
    private readonly Lazy<DuckSession> _session = new(Open, LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>Parses texts in few round trips; those seen before are not parsed again.</summary>
    public void Prepare(IEnumerable<string> texts)
    {
        lock (_gate)
        {
            foreach (var batch in texts.Where(text => !_seen.ContainsKey(text)).Distinct(StringComparer.Ordinal).Chunk(BatchSize))
            {
                var answers = _session.Value.Query(Ask, row => row.GetString(0), CancellationToken.None, new DuckDBParameter("texts", batch.ToList()));
                for (var i = 0; i < batch.Length; i++)
                {
                    _seen[batch[i]] = SqlParser.Parse(batch[i], answers[i]);
                }
            }
        }
    }

    /// <summary>What a query reads and needs; its problems name <see cref="SqlText.File"/>.</summary>
    public SqlAnalysis Analyze(SqlText sql)
    {
        ParsedQuery parsed;
        lock (_gate)
        {
            Prepare([sql.Text]);
            parsed = _seen[sql.Text];
        }

        return new SqlAnalysis(
            parsed.Tables
                .GroupBy(table => table.Name.ToLowerInvariant(), StringComparer.Ordinal)
                .Select(reads => new TableRead(reads.Key, reads.Count(), SqlPlace.Of(sql, reads.Min(read => read.Index))))
                .ToList(),
            parsed.Parameters.Select(parameter => new ParameterUse(parameter.Text, SqlPlace.Of(sql, parameter.Index))).ToList(),
            parsed.ShowsInputs,
            parsed.Problems.Select(problem => At(sql, problem)).ToList());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_session.IsValueCreated)
        {
            _session.Value.Dispose();
        }
    }

    private static Diagnostic At(SqlText sql, SqlProblem problem)
    {
        var place = SqlPlace.Of(sql, problem.Index);
        return new Diagnostic(problem.Code, DiagnosticSeverity.Error, sql.File, place.Line, place.Column, problem.Message, problem.Fix);
    }

    private static DuckSession Open() => DuckSession.Open(
        new DuckSessionOptions(ByteSize.OneGigabyte, Threads: 1, TempDirectory: "", AllowedDirectories: [], AllowedFiles: []));
}
