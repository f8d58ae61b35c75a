using CsCheck;
using DataEngineer.Planning.Explain;
using DataEngineer.Plans;
using DataEngineer.Testing;

namespace DataEngineer.Core.Tests.Planning;

/// <summary>What holds of every plan, tried on random pipelines.</summary>
public sealed class PlanPropertiesTests : IDisposable
{
    private const int Tries = 100;

    private readonly PlanBench _bench = new();

    [Fact]
    public void Plan_EveryStepComesAfterWhatItNeeds() => Sample((_, plan) =>
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var step in plan.Steps)
        {
            Assert.All(step.Needs, need => Assert.Contains(need.Step, done));
            Assert.True(done.Add(step.Name));
        }
    });

    [Fact]
    public void Plan_EveryDatasetReadIsStagedByExactlyOneStepThatTheReaderNeeds() => Sample((_, plan) =>
    {
        var steps = plan.Steps.ToDictionary(step => step.Name, StringComparer.Ordinal);
        Assert.All(plan.Steps, step => Assert.All(step.Reads, dataset =>
            Assert.Single(step.Needs, need => steps[need.Step].Writes.Contains(dataset) && !(step is LoadStep && IsOnlyGate(steps[need.Step], step)))));
    });

    [Fact]
    public void Plan_WhereADatasetIsQuarantined_NobodyElseReadsItRaw() => Sample((_, plan) =>
    {
        foreach (var judge in plan.Steps.OfType<AssertStep>().Where(step => step.Quarantines))
        {
            Assert.Equal([judge.Dataset], judge.Writes);
            Assert.All(plan.Steps.Where(step => step != judge && step.Reads.Contains(judge.Dataset)), step => Assert.Contains(judge.Name, step.Needs.Select(need => need.Step)));
        }
    });

    [Fact]
    public void Plan_LoadsWaitForEveryGateOnTheirDataset() => Sample((_, plan) =>
    {
        foreach (var judge in plan.Steps.OfType<AssertStep>().Where(step => step.Assertions.Any(assertion =>
            assertion.Definition is { Severity: DataEngineer.Definitions.Model.AssertSeverity.Error, OnFailure: not DataEngineer.Definitions.Model.FailureAction.Continue })))
        {
            Assert.All(plan.Steps.OfType<LoadStep>().Where(load => load.Dataset == judge.Dataset), load => Assert.Contains(judge.Name, load.Needs.Select(need => need.Step)));
        }
    });

    [Fact]
    public void Plan_IsTheSameInWhateverOrderItsEntriesAreWritten() => Sample((pipeline, plan) =>
    {
        var other = _bench.Plan(pipeline.Reversed().Tree()).Plan!;
        Assert.Equal(PlanJson.Write(plan), PlanJson.Write(other));
    });

    [Fact]
    public void Fusion_ChangesNothingThatIsLoadedJudgedOrEvaluated() => Sample((pipeline, plan) =>
    {
        Assert.Equal(
            pipeline.Definition.Load.Select(load => load.Value.Dataset).Order(StringComparer.Ordinal),
            plan.Steps.OfType<LoadStep>().Select(step => step.Dataset).Order(StringComparer.Ordinal));
        Assert.Equal(
            pipeline.Definition.Assert.Select(assertion => assertion.Dataset).Order(StringComparer.Ordinal),
            plan.Steps.OfType<AssertStep>().SelectMany(step => step.Assertions).Select(assertion => assertion.Definition.Dataset).Order(StringComparer.Ordinal));
        Assert.Equal(
            pipeline.Definition.Transform.Keys.Order(StringComparer.Ordinal),
            plan.Steps.OfType<TransformStep>().SelectMany(step => step.Queries).Select(query => query.Dataset).Order(StringComparer.Ordinal));
    });

    [Fact]
    public void Fusion_QueriesComeAfterWhatTheyReadInTheirStep() => Sample((_, plan) =>
    {
        foreach (var step in plan.Steps.OfType<TransformStep>())
        {
            var known = step.Reads.ToHashSet(StringComparer.Ordinal);
            foreach (var query in step.Queries)
            {
                Assert.All(query.Sql.Text.Split(" cross join ").Skip(1), read => Assert.Contains(read, known));
                known.Add(query.Dataset);
            }

            Assert.Equal(step.Writes, step.Queries.Where(query => query.Staged).Select(query => query.Dataset));
        }
    });

    public void Dispose() => _bench.Dispose();

    private void Sample(Action<RandomPipeline, RunPlan> check) => RandomPipeline.Generator.Sample(
        pipeline =>
        {
            var result = _bench.Plan(pipeline.Tree());
            Assert.Empty(result.Diagnostics);
            check(pipeline, result.Plan!);
        },
        iter: Tries);

    /// <summary>A load that waits for assertions which set nothing aside reads its dataset from its maker.</summary>
    private static bool IsOnlyGate(Step needed, Step load) => needed is AssertStep { Quarantines: false } && load is LoadStep;
}
