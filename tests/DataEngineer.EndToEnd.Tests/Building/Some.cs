using System.Text.Json.Nodes;
using DataEngineer.Connections;
using DataEngineer.Definitions.Values;
using DataEngineer.Failures;
using DataEngineer.Plans;
using DataEngineer.Runs;

namespace DataEngineer.EndToEnd.Tests.Building;

/// <summary>Runs, plans and outcomes with everything unimportant filled in.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly RunIdentity Flights = new("demo", "flights", "manual-0001", 1);

    public static readonly RunInterval January = new(
        new DateTimeOffset(2012, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2012, 2, 1, 0, 0, 0, TimeSpan.Zero), "UTC");

    public static RetryPlan Retry(int attempts = 3) => new(attempts, TimeSpan.FromSeconds(5), 2, TimeSpan.FromMinutes(5), [], []);

    public static Step Step(string name) => new TransformStep
    {
        Name = name,
        Needs = [],
        Reads = [],
        Writes = [],
        Retry = Retry(),
        Timeout = TimeSpan.FromMinutes(10),
        Limits = [],
        Queries = [],
    };

    public static RunPlan Plan(RunIdentity run, params IEnumerable<string> steps) => new(
        run,
        "abc",
        run.IntervalKey.StartsWith("manual", StringComparison.Ordinal) ? null : January,
        new Dictionary<string, PlannedParameter>(StringComparer.Ordinal),
        new Dictionary<string, PlannedConnection>(StringComparer.Ordinal),
        new Dictionary<string, string>(StringComparer.Ordinal),
        new ByteSize(1 << 30),
        2,
        [.. steps.Select(Step)]);

    public static RunRecord Record(RunStatus status, params IEnumerable<StepOutcome> steps) => new(
        Flights, status, "manual", null, new Dictionary<string, JsonValue>(StringComparer.Ordinal), "abc", null, Noon, Noon.AddSeconds(2.4), [.. steps], null);

    public static StepOutcome Extract(string dataset, long rows, long rejected = 0) =>
        StepOutcome.Of($"extract.{dataset}", [Dataset(dataset, rows - rejected)], new RowCounts(rows, rows - rejected, rejected)) with { Elapsed = TimeSpan.FromSeconds(0.4) };

    public static StepOutcome Transform(string dataset, long read, long rows) =>
        StepOutcome.Of($"transform.{dataset}", [Dataset(dataset, rows)], new RowCounts(read, rows)) with { Elapsed = TimeSpan.FromSeconds(0.2) };

    public static StepOutcome Load(string dataset, string location, string table, long inserted, long updated = 0, long deleted = 0) =>
        StepOutcome.Of($"load.{dataset}", [], new RowCounts(inserted + updated, inserted + updated)) with
        {
            Elapsed = TimeSpan.FromSeconds(0.1),
            Load = new LoadReport(location, table, inserted + updated, inserted, updated, 0, deleted, inserted + updated, AlreadyDone: false),
        };

    public static StepOutcome Asserted(string dataset, params AssertionResult[] results)
    {
        var failed = Array.Find(results, result => result.Status == AssertionStatus.Failed);
        return StepOutcome.Of($"assert.{dataset}", [], new RowCounts(100, 100)) with
        {
            Status = failed is not null ? StepStatus.Failed : results.Any(r => r.Status == AssertionStatus.Warned) ? StepStatus.Warned : StepStatus.Succeeded,
            Assertions = results,
            Elapsed = TimeSpan.FromSeconds(0.3),
            Failure = failed is null ? null : new Failure("DE0601", failed.Class, Transient: false, $"Assertion '{failed.Name}' failed: {failed.Message}", "Look at the sample, then mend the data or the rule."),
        };
    }

    public static AssertionResult Assertion(
        string name, string dataset, AssertionStatus status, string message = "all rows hold.", string? sample = null, long quarantined = 0, FailureClass kind = FailureClass.Quality) =>
        new(name, dataset, "not_null", status, kind, status == AssertionStatus.Passed ? 0 : 4, 3376, message, sample, quarantined);

    public static DatasetRef Dataset(string name, long rows) =>
        new(name, RunPaths.Staged(Flights.ToString(), "step", name, "1"), rows, rows * 10, [new Column("id", "BIGINT")]);

    public static Failure Unreachable => new("DE0905", FailureClass.Infrastructure, Transient: true, "The server did not answer.", "Look at the network.");
}
