using DataEngineer.Conformance;
using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Embedded.Tests;

/// <summary>An orchestration that uses everything once: steps, fan-out, child, timer, events, failure, continue-as-new.</summary>
internal sealed class MixedOrchestration
{
    public const string Name = "mixed";
    public const string Expected = "steps 3; fan 0+1+4+9; child 20; failed; event yes; kept early; round 2";

    public Deliveries Deliveries { get; } = new();

    public CatalogBuilder Catalog => new CatalogBuilder()
        .Orchestration(Name, Run)
        .Orchestration("child", async context => 2 * await context.CallActivityAsync<int>("work", 10))
        .Activity<int, int>("work", (context, input, _) =>
        {
            Deliveries.Note(context, input);
            return Task.FromResult(input);
        })
        .Activity<string, int>("break", (context, input, _) =>
        {
            Deliveries.Note(context, input);
            throw new InvalidDataException("as expected");
        });

    private static async Task<string> Run(IOrchestrationContext context)
    {
        if (context.GetInput<int>() == 2)
        {
            var kept = await context.WaitForExternalEventAsync<string>("kept");
            return await context.WaitForExternalEventAsync<string>("said") + $"; kept {kept}; round 2";
        }

        List<string> said = [$"steps {await Steps(context)}", $"fan {await Fan(context)}"];
        said.Add($"child {await context.CallSubOrchestrationAsync<int>("child", null)}");
        try
        {
            await context.CallActivityAsync<int>("break", "now");
        }
        catch (ActivityFailedException)
        {
            said.Add("failed");
        }

        await context.CreateTimerAsync(context.CurrentTime.AddHours(-1));
        context.SetCustomStatus("waiting");
        said.Add($"event {await context.WaitForExternalEventAsync<string>("answer")}");
        context.SetCustomStatus(string.Join("; ", said));
        context.ContinueAsNew(2);
        return "";
    }

    private static async Task<int> Steps(IOrchestrationContext context)
    {
        var total = 0;
        for (var i = 0; i < 3; i++)
        {
            total += await context.CallActivityAsync<int>("work", i);
        }

        return total;
    }

    private static async Task<string> Fan(IOrchestrationContext context)
    {
        var squares = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => context.CallActivityAsync<int>("work", i * i)));
        return string.Join('+', squares);
    }
}
