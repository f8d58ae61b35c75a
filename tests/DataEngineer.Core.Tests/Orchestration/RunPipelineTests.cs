using System.Text.Json;
using System.Text.Json.Nodes;
using DataEngineer.Connections;
using DataEngineer.Failures;
using DataEngineer.Orchestration;
using DataEngineer.Orchestration.Ports;
using DataEngineer.Plans;
using DataEngineer.Runs;
using DataEngineer.Testing;

namespace DataEngineer.Core.Tests.Orchestration;

public sealed class RunPipelineTests
{
    private static readonly RunRequest Request = new(
        new RunIdentity("acme", "orders", "manual-0001", 1), null, new Dictionary<string, JsonValue>(StringComparer.Ordinal), "manual");

    private readonly Dictionary<string, Queue<StepOutcome>> _outcomes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StepOutcome> _reused = new(StringComparer.Ordinal);
    private StepOutline[] _steps = [];
    private Failure? _planFailure;

    [Fact]
    public async Task Chain_RunsInOrderAndPassesDatasets()
    {
        _steps = [Step("extract.a"), Step("transform.b", ["extract.a"], ["a"]), Step("load.b", ["transform.b"], ["b"])];
        _outcomes["load.b"] = new([Loaded("load.b")]);
        var (record, context) = await RunAsync();
        Assert.Equal(RunStatus.Succeeded, record.Status);
        Assert.Equal(["PlanRun", "Do extract.a", "Do transform.b", "Do load.b", "FinishRun"], Names(context));
        Assert.Equal("b.parquet", CallOf(context, "load.b").Inputs.Single().Path);
        Assert.Equal("""{"steps":3,"done":3,"failed":0}""", context.CustomStatus);
    }

    [Fact]
    public async Task FailedStep_SkipsAllBehindItAndNothingElse()
    {
        _steps = [Step("extract.a"), Step("extract.b"), Step("load.a", ["extract.a"], ["a"]), Step("load.b", ["extract.b"], ["b"])];
        _outcomes["extract.a"] = new([Failed("extract.a", transient: false)]);
        _outcomes["load.b"] = new([Loaded("load.b")]);
        var (record, context) = await RunAsync();
        Assert.Equal(RunStatus.Partial, record.Status);
        Assert.Equal([StepStatus.Failed, StepStatus.Succeeded, StepStatus.Skipped, StepStatus.Succeeded], record.Steps.Select(step => step.Status));
        Assert.DoesNotContain("Do load.a", Names(context));
        Assert.Equal("Not started: it needs extract.a.", record.Steps[2].Warnings.Single());
    }

    [Fact]
    public async Task TransientFailure_IsRetriedAfterGrowingWaits()
    {
        _steps = [Step("extract.a")];
        _outcomes["extract.a"] = new([Failed("extract.a", transient: true), Failed("extract.a", transient: true), Good("extract.a")]);
        var (record, context) = await RunAsync();
        Assert.Equal(3, record.Steps.Single().Attempts);
        Assert.Equal(StepStatus.Succeeded, record.Steps.Single().Status);
        Assert.Collection(
            context.Waits,
            wait => Assert.InRange(wait, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10)),
            wait => Assert.InRange(wait, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task TransientFailure_AttemptsUsedUp_Fails()
    {
        _steps = [Step("extract.a")];
        _outcomes["extract.a"] = new(Enumerable.Repeat(Failed("extract.a", transient: true), 3));
        var (record, _) = await RunAsync();
        Assert.Equal((StepStatus.Failed, 3), (record.Steps.Single().Status, record.Steps.Single().Attempts));
    }

    [Fact]
    public async Task TerminalFailure_IsNotRetried()
    {
        _steps = [Step("extract.a")];
        _outcomes["extract.a"] = new([Failed("extract.a", transient: false)]);
        var (record, context) = await RunAsync();
        Assert.Equal(1, record.Steps.Single().Attempts);
        Assert.Empty(context.Waits);
    }

    [Fact]
    public async Task ActivityThatThrows_IsAnInternalFailureOfItsStep()
    {
        _steps = [Step("extract.a")];
        _outcomes["extract.a"] = new();
        var (record, _) = await RunAsync();
        Assert.Equal(("DE0901", FailureClass.Internal), (record.Steps.Single().Failure!.Code, record.Steps.Single().Failure!.Class));
    }

    [Fact]
    public async Task ReusedStep_IsNotCalledAndItsDatasetIsPassedOn()
    {
        _steps = [Step("extract.a"), Step("load.a", ["extract.a"], ["a"])];
        _reused["extract.a"] = Good("extract.a") with { Datasets = [new DatasetRef("a", "earlier.parquet", 1, 1, [])] };
        var (record, context) = await RunAsync();
        Assert.Equal(StepStatus.Reused, record.Steps[0].Status);
        Assert.Equal(["PlanRun", "Do load.a", "FinishRun"], Names(context));
        Assert.Equal("earlier.parquet", CallOf(context, "load.a").Inputs.Single().Path);
    }

    [Fact]
    public async Task DatasetStagedAgainByItsGate_IsWhatReadersGet()
    {
        _steps = [Step("extract.a"), Step("assert.a", ["extract.a"], ["a"]), Step("load.a", ["assert.a", "extract.a"], ["a"])];
        _outcomes["assert.a"] = new([Good("assert.a") with
        {
            Datasets = [new DatasetRef("a", "clean.parquet", 1, 1, [])],
            Assertions = [new AssertionResult("x", "a", "range", AssertionStatus.Passed, FailureClass.Quality, 0, 1, "None.", null)],
        }]);
        var (_, context) = await RunAsync();
        Assert.Equal("clean.parquet", CallOf(context, "load.a").Inputs.Single().Path);
    }

    [Fact]
    public async Task PlanThatFails_EndsTheRunWithoutSteps()
    {
        _planFailure = new Failure("DE0920", FailureClass.Definition, Transient: false, "No such pipeline.");
        var (record, context) = await RunAsync();
        Assert.Equal(["PlanRun", "FinishRun"], Names(context));
        Assert.Equal("No such pipeline.", record.Failure!.Message);
    }

    private async Task<(RunRecord Record, FakeOrchestrationContext Context)> RunAsync()
    {
        var context = new FakeOrchestrationContext(Request, Activity);
        return (await RunPipeline.RunAsync(context), context);
    }

    private object Activity(string name, string input)
    {
        switch (name)
        {
            case "PlanRun":
                return new RunOutline("hash", _steps, _reused, _planFailure);
            case "FinishRun":
                var finish = JsonSerializer.Deserialize<RunFinish>(input, DurableJson.Options)!;
                return new RunRecord(
                    Request.Run, RunRecord.StatusOf(finish.Steps), "manual", null, Request.Variables, finish.PlanHash, null, finish.StartedAt, finish.StartedAt, finish.Steps, finish.Failure);
            default:
                var step = name[3..];
                return _outcomes.TryGetValue(step, out var queue) ? queue.Dequeue() : Good(step);
        }
    }

    private static StepOutline Step(string name, string[]? needs = null, string[]? reads = null) =>
        new(name, $"Do {name}", needs ?? [], reads ?? [], new RetryPlan(3, TimeSpan.FromSeconds(10), 2, TimeSpan.FromMinutes(5), [], []), []);

    private static StepOutcome Good(string step)
    {
        var dataset = step.Split('.')[1];
        return StepOutcome.Of(step, step.StartsWith("load", StringComparison.Ordinal) ? [] : [new DatasetRef(dataset, $"{dataset}.parquet", 1, 1, [])], new RowCounts(1, 1));
    }

    private static StepOutcome Loaded(string step) => Good(step) with { Load = new LoadReport("here", "t", 1, 1, 0, 0, 0, 1, AlreadyDone: false) };

    private static StepOutcome Failed(string step, bool transient) =>
        StepOutcome.Failed(step, new Failure("DE0000", FailureClass.Infrastructure, transient, "It failed."));

    private static string[] Names(FakeOrchestrationContext context) => [.. context.Calls.Select(call => call.Name)];

    private static StepCall CallOf(FakeOrchestrationContext context, string step) =>
        JsonSerializer.Deserialize<StepCall>(context.Calls.Single(call => call.Name == $"Do {step}").Input, DurableJson.Options)!;
}
