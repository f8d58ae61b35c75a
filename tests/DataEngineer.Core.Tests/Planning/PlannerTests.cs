using System.Text.Json;
using System.Text.Json.Nodes;
using DataEngineer.Definitions.Model;
using DataEngineer.Definitions.Values;
using DataEngineer.Failures;
using DataEngineer.Orchestration.Ports;
using DataEngineer.Plans;
using DataEngineer.Testing;

namespace DataEngineer.Core.Tests.Planning;

public sealed class PlannerTests : IDisposable
{
    private const string Pipeline = """
        schedule: {cron: "0 6 * * *", interval: day}
        variables: {region: {type: string, enum: [EU, US], default: EU}}
        defaults: {retry: {max_attempts: 5, interval: 1s}, timeout: 20m}
        extract:
          orders: {connection: files, file: {path: "orders/{{ interval.start | date('yyyy-MM-dd') }}/{{ variables.region }}.csv.gz"}}
          customers: {connection: files, file: {path: customers.*, format: parquet}, timeout: 5m, retry: {max_attempts: 1}}
        transform:
          daily: {sql: sql/daily.sql}
        assert:
          - {dataset: daily, unique: [day]}
          - {dataset: daily, not_null: [day], severity: warn, class: business_rule}
          - {dataset: daily, sql: select * from daily where region <> $region, error_if: ">1%"}
        load:
          daily: {target: warehouse, table: sales.daily, write_disposition: merge, primary_key: [day]}
          raw: {target: lake, dataset: orders}
        """;

    private static readonly (string, string)[] Files = [("sql/daily.sql", "select day, $region as region from orders join customers using (id)\nwhere day >= $interval_start"), ("sql/other.sql", "select 1")];

    private readonly PlanBench _bench = new();

    [Fact]
    public async Task Plan_HasEachStepWithItsDefaultsAndLimits()
    {
        var plan = await _bench.PlanAsync(Pipeline, Files);

        Assert.Equal(["extract.customers", "extract.orders", "load.raw", "transform.daily", "assert.daily", "load.daily"], plan.Steps.Select(step => step.Name));
        var orders = Step<ExtractStep>(plan, "extract.orders");
        Assert.Equal(("orders/2026-01-31/EU.csv.gz", FileFormat.Csv), (orders.File.Path, orders.File.Format));
        Assert.Equal((5, TimeSpan.FromMinutes(20)), (orders.Retry.MaxAttempts, orders.Timeout));
        Assert.Equal([new ConcurrencyLimit("customer:acme", 3), new ConcurrencyLimit("connection:acme/files", 2)], orders.Limits);
        var customers = Step<ExtractStep>(plan, "extract.customers");
        Assert.Equal((1, TimeSpan.FromMinutes(5), FileFormat.Parquet), (customers.Retry.MaxAttempts, customers.Timeout, customers.File.Format));
        Assert.Equal([new ConcurrencyLimit("customer:acme", 3)], Step<TransformStep>(plan, "transform.daily").Limits);
        var load = Step<LoadStep>(plan, "load.daily");
        Assert.Equal(("daily", "warehouse", "sales.daily", WriteDisposition.Merge), (load.Dataset, load.Connection, load.Table, load.WriteDisposition));
        Assert.Equal(new ConcurrencyLimit("connection:acme/warehouse", 4), load.Limits[1]);
        Assert.Equal(("orders", "raw"), (Step<LoadStep>(plan, "load.raw").Dataset, Step<LoadStep>(plan, "load.raw").Table));
        Assert.Equal((2_000_000_000, 1), (plan.Memory.Bytes, plan.Threads));
    }

    [Fact]
    public async Task Plan_AssertionsHaveNamesThresholdsAndClasses()
    {
        var assertions = Step<AssertStep>(await _bench.PlanAsync(Pipeline, Files), "assert.daily").Assertions;

        Assert.Equal(["unique_daily_day", "not_null_daily_day", "sql_daily"], assertions.Select(assertion => assertion.Name));
        Assert.Equal([FailureClass.Quality, FailureClass.BusinessRule, FailureClass.Quality], assertions.Select(assertion => assertion.Class));
        Assert.Equal([Threshold.AnyRow, null, new Threshold(ThresholdOperator.GreaterThan, 1, IsPercent: true)], assertions.Select(assertion => assertion.Definition.ErrorIf));
        Assert.Equal([null, Threshold.AnyRow, null], assertions.Select(assertion => assertion.Definition.WarnIf));
        Assert.Equal(["region"], assertions[2].Parameters);
        Assert.Equal(("orders.yml", 14), (assertions[2].File, assertions[2].Line));
    }

    [Fact]
    public async Task Plan_HasTheValuesThatSqlSees_AndOnlyWhatItUses()
    {
        var plan = await _bench.PlanAsync(Pipeline, Files);

        Assert.Equal(["interval_end", "interval_start", "region"], plan.Variables.Keys);
        Assert.Equal((null, "2026-01-31T00:00:00+00:00"), (plan.Variables["interval_start"].Type, plan.Variables["interval_start"].Value.GetValue<string>()));
        Assert.Equal((VariableType.String, "EU"), (plan.Variables["region"].Type, plan.Variables["region"].Value.GetValue<string>()));
        Assert.Equal(["files", "lake", "warehouse"], plan.Connections.Keys);
        Assert.Equal("{{ secrets.LAKE }}", plan.Connections["lake"].Options["root"]!.GetValue<string>());
        Assert.Equal(["customer.yml", "orders.yml", "sql/daily.sql"], plan.Definitions.Keys);
        Assert.All(plan.Definitions.Values, hash => Assert.Matches("^[0-9a-f]{64}$", hash));
    }

    [Fact]
    public async Task Plan_WrittenAndReadAsJson_IsTheSame()
    {
        var plan = await _bench.PlanAsync(Pipeline, Files);

        var json = JsonSerializer.Serialize(plan, DurableJson.Options);

        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<RunPlan>(json, DurableJson.Options), DurableJson.Options));
    }

    [Fact]
    public async Task Hash_SameDefinitionsIntervalAndVariables_IsTheSameForEachAttempt()
    {
        var tree = await PlanBench.ReadAsync(Pipeline, Files);

        var first = _bench.Plan(tree, PlanBench.Day).Plan!;

        Assert.Matches("^[0-9a-f]{64}$", first.Hash);
        Assert.Equal(first.Hash, _bench.Plan(tree, PlanBench.Day, attempt: 2).Plan!.Hash);
        Assert.Equal(first.Hash, _bench.Plan(tree, PlanBench.Day, 1, ("region", JsonValue.Create("EU"))).Plan!.Hash);
        Assert.NotEqual(first.Hash, _bench.Plan(tree, PlanBench.Day, 1, ("region", JsonValue.Create("US"))).Plan!.Hash);
        Assert.NotEqual(first.Hash, _bench.Plan(tree, PlanBench.Day with { Start = PlanBench.Day.Start.AddDays(-1) }).Plan!.Hash);
    }

    [Theory]
    [InlineData("# a comment\n", "", true)]
    [InlineData("", "\n", true)]
    [InlineData("", " and true", false)]
    public async Task Hash_IsOfWhatIsDone_NotOfHowItIsWritten(string before, string sqlAfter, bool isSame)
    {
        var original = await _bench.PlanAsync(Pipeline, Files);

        var changed = await _bench.PlanAsync(before + Pipeline, ("sql/daily.sql", Files[0].Item2 + sqlAfter.Trim('\n')));

        Assert.Equal(isSame, original.Hash == changed.Hash);
    }

    [Fact]
    public async Task Hash_OtherConnectionOptions_IsAnother()
    {
        var tree = await PlanBench.ReadAsync(Pipeline, Files);
        var other = new Dictionary<string, ConnectionDefinition>(tree.Customer.Model.Connections, StringComparer.Ordinal) { ["lake"] = new("lake", null, new JsonObject { ["root"] = "other" }) };
        var changed = tree with { Customer = tree.Customer with { Model = tree.Customer.Model with { Connections = other } } };

        Assert.NotEqual(_bench.Plan(tree, PlanBench.Day).Plan!.Hash, _bench.Plan(changed, PlanBench.Day).Plan!.Hash);
    }

    [Theory]
    [InlineData("integer", "", "5", "5")]
    [InlineData("integer", "", "\"5\"", "5")]
    [InlineData("number", "", "\"0.5\"", "0.5")]
    [InlineData("boolean", "", "\"true\"", "true")]
    [InlineData("date", "", "\"2026-01-31\"", "\"2026-01-31\"")]
    [InlineData("string", "", "\"5\"", "\"5\"")]
    [InlineData("integer", ", minimum: 1, maximum: 9", "\"9\"", "9")]
    [InlineData("integer", ", enum: [1, 2]", "\"2\"", "2")]
    public async Task Variable_GivenAsTypedOrAsText_HasItsType(string type, string rules, string given, string expected)
    {
        var tree = await PlanBench.ReadAsync($"variables: {{v: {{type: {type}{rules}}}}}");

        var result = _bench.Plan(tree, null, 1, ("v", JsonNode.Parse(given)!.AsValue()));

        Assert.Empty(result.Diagnostics);
        Assert.Equal(expected, result.Plan!.Variables["v"].Value.ToJsonString());
    }

    [Theory]
    [InlineData("type: integer", "v", "\"five\"", "acme/orders.yml(3,16): DE0422: variable 'v' was given a value that is not a whole number.")]
    [InlineData("type: string", "v", "5", "acme/orders.yml(3,16): DE0422: variable 'v' was given a value that is not text; put it into quotes.")]
    [InlineData("type: string, enum: [EU, US]", "v", "\"UK\"", "acme/orders.yml(3,16): DE0422: variable 'v' was given a value that is not in its enum: EU, US.")]
    [InlineData("type: integer, minimum: 2", "v", "\"1\"", "acme/orders.yml(3,16): DE0422: variable 'v' was given a value that is less than its minimum 2.")]
    [InlineData("type: string, pattern: '^a'", "v", "\"b\"", "acme/orders.yml(3,16): DE0422: variable 'v' was given a value that does not match its pattern ^a.")]
    [InlineData("type: string, default: a", "w", "\"b\"", "acme/orders.yml(3,12): DE0420: the run was given variable 'w', which pipeline 'orders' does not have; it has v. Did you mean 'v'?")]
    [InlineData("type: string", null, null, "acme/orders.yml(3,16): DE0421: variable 'v' has no default, and the run was given no value. Give it one: --var v=VALUE.")]
    public async Task Variable_ThatDoesNotFit_StandsAgainstThePlan(string definition, string? name, string? given, string expected)
    {
        var tree = await PlanBench.ReadAsync($"variables: {{v: {{{definition}}}}}");

        var result = name is null ? _bench.Plan(tree) : _bench.Plan(tree, null, 1, (name, JsonNode.Parse(given!)!.AsValue()));

        Assert.Null(result.Plan);
        Assert.Equal(expected, Assert.Single(result.Diagnostics).ToString());
    }

    [Fact]
    public async Task Interval_GivenWithoutASchedule_OrMissingWithOne_StandsAgainstThePlan()
    {
        var without = _bench.Plan(await PlanBench.ReadAsync("extract: {}"), PlanBench.Day);
        var with = _bench.Plan(await PlanBench.ReadAsync("schedule: {cron: '0 6 * * *'}"));

        Assert.Equal("acme/orders.yml(1,1): DE0432: pipeline 'orders' has no schedule, so its runs cover no interval. Leave the interval out, or add a schedule.", Assert.Single(without.Diagnostics).ToString());
        Assert.Equal("acme/orders.yml(3,11): DE0432: a run of pipeline 'orders' covers an interval of its schedule, and none was given. Name one: --interval.", Assert.Single(with.Diagnostics).ToString());
    }

    [Theory]
    [InlineData("extract:\n  a: {connection: file, file: {path: a.csv}}", "acme/orders.yml(4,19): DE0431: customer 'acme' has no connection 'file'. Did you mean 'files'?")]
    [InlineData("extract:\n  a: {connection: files, file: {path: 'a/{{ interval.start }}.csv'}}", "acme/orders.yml(4,39): DE0433: the template's 'interval.start' has no value in this run.")]
    public async Task Step_ThatCannotBeMade_StandsAgainstThePlan(string pipeline, string expected)
    {
        var result = _bench.Plan(await PlanBench.ReadAsync(pipeline));

        Assert.Null(result.Plan);
        Assert.Equal(expected, Assert.Single(result.Diagnostics).ToString());
    }

    [Fact]
    public async Task Pipeline_ThatIsNotThere_StandsAgainstThePlan()
    {
        var tree = await PlanBench.ReadAsync("extract: {}");

        var result = _bench.Plan(tree with { Pipelines = tree.Pipelines.ToDictionary(pipeline => "orders2", pipeline => pipeline.Value, StringComparer.Ordinal) });

        Assert.Equal("acme/customer.yml: DE0430: customer 'acme' has no pipeline 'orders' that can be run; it has orders2. Did you mean 'orders2'?", Assert.Single(result.Diagnostics).ToString());
    }

    public void Dispose() => _bench.Dispose();

    private static T Step<T>(RunPlan plan, string name)
        where T : Step => Assert.IsType<T>(plan.Steps.Single(step => step.Name == name));
}
