using DataEngineer.Definitions.Model;
using DataEngineer.Definitions.Values;
using DataEngineer.Failures;
using DataEngineer.Plans;
using DataEngineer.Runs;

namespace DataEngineer.Core.Tests.Runs;

public sealed class RetryReuseTests
{
    private static readonly RetryPlan Retry = new(3, TimeSpan.FromSeconds(10), 2, TimeSpan.FromMinutes(5), [], []);

    [Fact]
    public void SamePlan_TakesOverWhatSucceeded()
    {
        var plan = Plan(Extract("a"), Transform("b", "select 1", "extract.a"), Transform("c", "select 2", "transform.b"));
        Assert.Equal(["extract.a", "transform.b"], Reused(plan, plan, [Good("extract.a"), Good("transform.b"), Bad("transform.c")]));
    }

    [Fact]
    public void ChangedStep_RunsAgainWithAllThatComeAfter()
    {
        var before = Plan(Extract("a"), Transform("b", "select 1", "extract.a"), Transform("c", "select 2", "transform.b"), Transform("d", "select 3", "extract.a"));
        var now = Plan(Extract("a"), Transform("b", "select 9", "extract.a"), Transform("c", "select 2", "transform.b"), Transform("d", "select 3", "extract.a"));
        Assert.Equal(["extract.a", "transform.d"], Reused(before, now, [Good("extract.a"), Good("transform.b"), Good("transform.c"), Good("transform.d")]));
    }

    [Fact]
    public void MovedStep_IsTakenOver()
    {
        var before = Plan(Extract("a"), Transform("b", "select 1", "extract.a"));
        var moved = (TransformStep)Transform("b", "select 1", "extract.a") with { Needs = [new StepEdge("extract.a", "reads (sql/b.sql:7)")] };
        var now = Plan(Extract("a"), moved with { Queries = [moved.Queries[0] with { Sql = moved.Queries[0].Sql with { Line = 7 } }] });
        Assert.Equal(["extract.a", "transform.b"], Reused(before, now, [Good("extract.a"), Good("transform.b")]));
    }

    [Fact]
    public void From_RunsTheStepAgainWithAllThatComeAfter()
    {
        var plan = Plan(Extract("a"), Transform("b", "select 1", "extract.a"), Extract("c"));
        Assert.Equal(["extract.c"], Reused(plan, plan, [Good("extract.a"), Good("transform.b"), Good("extract.c")], "extract.a"));
    }

    [Fact]
    public void OtherVariables_TakeOverNothing()
    {
        var before = Plan(Extract("a"));
        var now = before with { Variables = new Dictionary<string, PlannedParameter>(StringComparer.Ordinal) { ["x"] = new(VariableType.Integer, System.Text.Json.Nodes.JsonValue.Create(1)) } };
        Assert.Empty(Reused(before, now, [Good("extract.a")]));
    }

    [Fact]
    public void OtherConnection_RunsItsStepsAgain()
    {
        var before = Plan(Extract("a"));
        var now = before with { Connections = new Dictionary<string, PlannedConnection>(StringComparer.Ordinal) { ["files"] = new("files", "files", new() { ["root"] = "other" }) } };
        Assert.Empty(Reused(before, now, [Good("extract.a")]));
    }

    [Fact]
    public void GateThatOnlyReported_IsJudgedAgain()
    {
        var plan = Plan(Extract("a"));
        var reported = Good("extract.a") with { Assertions = [new AssertionResult("x", "a", "sql", AssertionStatus.Failed, FailureClass.Quality, 1, 1, "One.", null)] };
        Assert.Empty(Reused(plan, plan, [reported]));
    }

    private static IEnumerable<string> Reused(RunPlan before, RunPlan now, StepOutcome[] outcomes, params string[] from) =>
        RetryReuse.Of(before, now, outcomes, from).Keys.Order(StringComparer.Ordinal);

    private static RunPlan Plan(params Step[] steps) => new(
        new RunIdentity("acme", "orders", "manual-0001", 1),
        "hash",
        null,
        new Dictionary<string, PlannedParameter>(StringComparer.Ordinal),
        new Dictionary<string, PlannedConnection>(StringComparer.Ordinal) { ["files"] = new("files", "files", []) },
        new Dictionary<string, string>(StringComparer.Ordinal),
        ByteSize.OneGigabyte,
        2,
        steps);

    private static ExtractStep Extract(string dataset) => new()
    {
        Name = $"extract.{dataset}",
        Needs = [],
        Reads = [],
        Writes = [dataset],
        Retry = Retry,
        Timeout = TimeSpan.FromHours(1),
        Limits = [],
        Dataset = dataset,
        Connection = "files",
        File = new FileDefinition { Path = "a.csv" },
        Columns = new Dictionary<string, string>(StringComparer.Ordinal),
        Rejects = new RejectsDefinition(),
    };

    private static TransformStep Transform(string dataset, string sql, string need) => new()
    {
        Name = $"transform.{dataset}",
        Needs = [new StepEdge(need, "reads")],
        Reads = [need.Split('.')[1]],
        Writes = [dataset],
        Retry = Retry,
        Timeout = TimeSpan.FromHours(1),
        Limits = [],
        Queries = [new PlannedQuery(dataset, new SqlText(sql, "orders.yml", 1, 1), [], Staged: true)],
    };

    private static StepOutcome Good(string step) => StepOutcome.Of(step, [], new RowCounts(1, 1));

    private static StepOutcome Bad(string step) => StepOutcome.Failed(step, new Failure("DE0000", FailureClass.Quality, Transient: false, "Bad."));
}
