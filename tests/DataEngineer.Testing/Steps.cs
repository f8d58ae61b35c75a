using DataEngineer.Definitions.Model;
using DataEngineer.Plans;

namespace DataEngineer.Testing;

/// <summary>Steps with everything decided that a test does not care about.</summary>
public static class Steps
{
    private static readonly RetryPlan Once = new(1, TimeSpan.Zero, 1, TimeSpan.Zero, [], []);

    public static TransformStep Transform(IReadOnlyList<string> reads, params PlannedQuery[] queries) => new()
    {
        Name = $"transform.{queries[^1].Dataset}",
        Needs = [],
        Reads = reads,
        Writes = [.. queries.Where(query => query.Staged).Select(query => query.Dataset)],
        Retry = Once,
        Timeout = TimeSpan.FromMinutes(5),
        Limits = [],
        Queries = queries,
    };

    public static PlannedQuery Query(string dataset, string sql, bool staged = true) =>
        new(dataset, new SqlText(sql, $"sql/{dataset}.sql", 1, 1), [], staged);

    public static ExtractStep Extract(FileDefinition file, IReadOnlyDictionary<string, string>? columns = null, RejectsDefinition? rejects = null) => new()
    {
        Name = "extract.orders",
        Needs = [],
        Reads = [],
        Writes = ["orders"],
        Retry = Once,
        Timeout = TimeSpan.FromMinutes(5),
        Limits = [],
        Dataset = "orders",
        Connection = "files",
        File = file,
        Columns = columns ?? new Dictionary<string, string>(StringComparer.Ordinal),
        Rejects = rejects ?? new RejectsDefinition(),
    };
}
