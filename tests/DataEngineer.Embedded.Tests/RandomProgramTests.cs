using CsCheck;
using DataEngineer.Conformance;
using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Embedded.Tests;

/// <summary>Random orchestrations, with a crash at a random commit, give what they give without one.</summary>
public sealed class RandomProgramTests
{
    private static readonly string[] Leaves = ["activity", "activity", "failing", "timer", "guid", "time", "status", "yield"];

    private static readonly Gen<Step> Leaf = Gen.Select(Gen.Int[0, 7], Gen.Int[0, 99], (kind, value) => new Step(Leaves[kind], value, []));

    private static readonly Gen<Step> AnyStep = Gen.Recursive<Step>((depth, inner) => depth >= 3
        ? Leaf
        : Gen.Frequency(
            (4, Leaf),
            (1, inner.List[1, 4].Select(steps => new Step("together", 0, steps))),
            (1, inner.List[1, 4].Select(steps => new Step("in turn", 0, steps))),
            (1, inner.List[1, 2].Select(steps => new Step("child", 0, steps)))));

    [Fact]
    public async Task AnyProgram_WithACrashAnywhere_GivesTheSameResult()
    {
        await Gen.Select(AnyStep.List[1, 6], Gen.Int[1, 25], Gen.Int[1, 25]).SampleAsync(
            async (steps, first, second) =>
            {
                var program = new Step("in turn", 0, steps);
                Assert.Equal(await Run(program), await Run(program, first, second));
            },
            iter: 60,
            threads: 1);
    }

    private static CatalogBuilder Catalog => new CatalogBuilder()
        .Orchestration("program", context => Interpret(context, context.GetInput<Step>()!))
        .Activity<int, int>("activity", i => i + 1)
        .Activity<int, int>("failing", i => throw new InvalidDataException($"no {i}"));

    private static async Task<string> Run(Step program, params int[] deaths)
    {
        using var journal = new TestJournal();
        for (var open = 0; ; open++)
        {
            var death = open < deaths.Length ? deaths[open] : int.MaxValue;
            var host = await journal.OpenAsync(Catalog, options => options.SurvivesCommit = commit => commit < death);
            try
            {
                var ended = await TestJournal.RunAsync(host, "program", "p", program);
                Assert.True(ended.Status == OrchestrationStatus.Completed, $"{ended.Status}: {ended.Failure}");
                return ended.Output!;
            }
            catch (HostStoppedException)
            {
                host.Crash();
            }
        }
    }

    private static async Task<string> Interpret(IOrchestrationContext context, Step step)
    {
        switch (step.Kind)
        {
            case "activity":
                return $"{await context.CallActivityAsync<int>("activity", step.Value)}";
            case "failing":
                try
                {
                    return $"{await context.CallActivityAsync<int>("failing", step.Value)}";
                }
                catch (ActivityFailedException failed)
                {
                    return failed.Failure.Message;
                }

            case "timer":
                await context.CreateTimerAsync(context.CurrentTime.AddSeconds(-step.Value));
                return "t";
            case "guid":
                return context.NewGuid().Version.ToString();
            case "time":
                return context.CurrentTime.ToString("O");
            case "status":
                context.SetCustomStatus(step.Value);
                return "s";
            case "yield":
                await Task.Yield();
                return "y";
            case "child":
                return "<" + await context.CallSubOrchestrationAsync<string>("program", step with { Kind = "together" }) + ">";
            case "together":
                return $"[{string.Join('|', await Task.WhenAll(step.Steps.Select(inner => Interpret(context, inner))))}]";
            default:
                List<string> done = [];
                foreach (var inner in step.Steps)
                {
                    done.Add(await Interpret(context, inner));
                }

                return string.Join(';', done);
        }
    }

    private sealed record Step(string Kind, int Value, List<Step> Steps);
}
