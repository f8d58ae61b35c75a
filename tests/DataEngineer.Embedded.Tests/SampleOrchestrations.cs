using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Embedded.Tests;

/// <summary>The code behind the recorded histories. To change what one of these does is to break its file, on purpose or not.</summary>
internal static class SampleOrchestrations
{
    /// <summary>What recording raises at every sample.</summary>
    public static IReadOnlyList<(string Name, string Payload)> Events { get; } = [("approval", "granted"), ("kept", "early"), ("said", "all")];

    public static DurableCatalog Catalog { get; } = new MixedOrchestration().Catalog
        .Orchestration("steps", async context =>
        {
            var total = await context.CallActivityAsync<int>("add", 1);
            return total + await context.CallActivityAsync<int>("add", 2);
        })
        .Orchestration("fan", async context =>
            (await Task.WhenAll(Enumerable.Range(0, 5).Select(i => context.CallActivityAsync<int>("add", i, new([new("customer:acme", 2)]))))).Sum())
        .Orchestration("saga", async context =>
        {
            try
            {
                return await context.CallActivityAsync<string>("refuse", context.NewGuid());
            }
            catch (ActivityFailedException refused)
            {
                await context.CreateTimerAsync(context.CurrentTime);
                await context.CallActivityAsync<int>("add", -1);
                return refused.Failure.Message;
            }
        })
        .Orchestration("approval", async context =>
        {
            context.SetCustomStatus("waiting");
            return await context.WaitForExternalEventAsync<string>("approval");
        })
        .Orchestration("parent", async context =>
            await context.CallSubOrchestrationAsync<int>("steps", null) + await context.CallSubOrchestrationAsync<int>("steps", null, "parent/second"))
        .Orchestration<int>("broken", async context =>
        {
            await context.CallActivityAsync<int>("add", 1);
            throw new InvalidOperationException("as recorded");
        })
        .Activity<int, int>("add", i => i + 1)
        .Activity<Guid, string>("refuse", _ => throw new InvalidDataException("refused"))
        .Build();
}
