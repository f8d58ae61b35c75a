using DataEngineer.Definitions.Model;
using DataEngineer.Plans;

namespace DataEngineer.Connectors.Tests.Targets;

/// <summary>A load to try; what a test does not name has a value that does not matter to it.</summary>
public sealed record LoadCase
{
    /// <summary>The dataset's rows, types and columns.</summary>
    public required string Sql { get; init; }

    /// <summary>What the staged file holds, where it is not the same.</summary>
    public string? StagedSql { get; init; }

    public string Table { get; init; } = "orders";

    public WriteDisposition Disposition { get; init; }

    public MergeStrategy Strategy { get; init; }

    public IReadOnlyList<string> Key { get; init; } = [];

    public string? IntervalColumn { get; init; }

    public RunInterval? Interval { get; init; }

    public string IntervalKey { get; init; } = "20260228T230000Z";

    public int Attempt { get; init; } = 1;

    public string Step { get; init; } = "orders";

    public string Token { get; init; } = "0001";

    /// <summary>The rows the staging step claims, where it claims others than there are.</summary>
    public long? Rows { get; init; }

    public DateTimeOffset At { get; init; } = TargetBench.Now;

    /// <summary>Rows id, amount from a list of pairs.</summary>
    public static LoadCase Append(params (int Id, int Amount)[] rows) => new() { Sql = Pairs(rows) };

    public static LoadCase Replace(params (int Id, int Amount)[] rows) => Append(rows) with { Disposition = WriteDisposition.Replace };

    public static LoadCase Merge(MergeStrategy strategy, params (int Id, int Amount)[] rows) =>
        Append(rows) with { Disposition = WriteDisposition.Merge, Strategy = strategy, Key = ["id"] };

    /// <summary>Rows whose day is that number of February 2026, amount; the interval covers days <paramref name="from"/> to before <paramref name="to"/>.</summary>
    public static LoadCase Days(int from, int to, params (int Day, int Amount)[] rows) => new()
    {
        Sql = rows.Length == 0
            ? "SELECT DATE '2026-01-01' AS day, 0 AS amount WHERE false"
            : string.Join(" UNION ALL ", rows.Select(row => $"SELECT DATE '2026-02-{row.Day:00}' AS day, {row.Amount}::INTEGER AS amount")),
        Disposition = WriteDisposition.Interval,
        IntervalColumn = "day",
        Interval = new RunInterval(Day(from), Day(to), "UTC"),
    };

    /// <summary>A later run of the same interval.</summary>
    public LoadCase Again() => this with { Attempt = Attempt + 1, Token = "0001" };

    /// <summary>The same load of the same run, delivered later.</summary>
    public LoadCase Redelivered(string token = "0002") => this with { Token = token };

    public LoadCase WithRows(params (int Id, int Amount)[] rows) => this with { Sql = Pairs(rows) };

    private static DateTimeOffset Day(int day) => new(2026, 2, day, 0, 0, 0, TimeSpan.Zero);

    private static string Pairs((int Id, int Amount)[] rows) => rows.Length == 0
        ? "SELECT 0::INTEGER AS id, 0::INTEGER AS amount WHERE false"
        : "SELECT id, amount FROM (VALUES " + string.Join(", ", rows.Select(row => $"({row.Id}::INTEGER, {row.Amount}::INTEGER)")) + ") AS v(id, amount)";
}
