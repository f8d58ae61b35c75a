using System.Runtime.CompilerServices;
using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Embedded.Tests;

/// <summary>
/// Histories recorded once must replay for ever. To record one for a new sample, add it to <see cref="Samples"/> and run
/// <c>dotnet run --project tests/DataEngineer.Embedded.Tests -- -explicit only -method "*RecordMissing*"</c>: it writes only files that are
/// not there. Never record again over a file that fails; a failing one means that instances in flight would break.
/// </summary>
public sealed class HistoryReplayTests : IDisposable
{
    private readonly TestJournal _journal = new();

    public void Dispose() => _journal.Dispose();

    public static TheoryData<string> Samples => new("steps", "fan", "saga", "approval", "parent", "broken", "mixed");

    [Theory]
    [MemberData(nameof(Samples))]
    public void Recorded_History_StillReplays(string sample)
    {
        var result = HistoryReplay.Verify(SampleOrchestrations.Catalog.Orchestrations[sample], File.ReadAllText(FileOf(sample)));
        Assert.Equal(sample == "broken" ? OrchestrationStatus.Failed : OrchestrationStatus.Completed, result.Status);
        Assert.True(result.Actions > 0 || sample is "approval" or "mixed", $"{result.Actions} actions");
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Exported_History_Replays(string sample)
    {
        var result = HistoryReplay.Verify(SampleOrchestrations.Catalog.Orchestrations[sample], await Record(sample));
        Assert.True(result.Status is OrchestrationStatus.Completed or OrchestrationStatus.Failed);
    }

    [Fact(Explicit = true)]
    public async Task RecordMissing()
    {
        foreach (var sample in Samples.Select(row => row.Data).Where(sample => !File.Exists(FileOf(sample))))
        {
            await File.WriteAllTextAsync(FileOf(sample), await Record(sample), TestJournal.Token);
        }
    }

    [Fact]
    public void Verify_ChangedCode_NamesTheAction()
    {
        var changed = OrchestrationRegistration.Of("steps", async context =>
        {
            var total = await context.CallActivityAsync<int>("add", 1);
            return total + await context.CallActivityAsync<int>("subtract", 2);
        });
        var found = Assert.Throws<NonDeterministicOrchestrationException>(() => HistoryReplay.Verify(changed, File.ReadAllText(FileOf("steps"))));
        Assert.Equal(1, found.Sequence);
        Assert.Contains("'add'", found.Message, StringComparison.Ordinal);
        Assert.Contains("'subtract'", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_UnfinishedInstance_AnswersWhereItStands()
    {
        var host = await _journal.OpenAsync(SampleOrchestrations.Catalog);
        await host.Client.StartAsync("approval", "a", null, TestJournal.Token);
        await host.Client.SuspendAsync("a", "hold", TestJournal.Token);
        var result = HistoryReplay.Verify(SampleOrchestrations.Catalog.Orchestrations["approval"], await host.ExportHistoryAsync("a", TestJournal.Token));
        Assert.Equal(OrchestrationStatus.Suspended, result.Status);
    }

    [Fact]
    public async Task Verify_TerminatedInstance_KnowsTheReason()
    {
        var host = await _journal.OpenAsync(SampleOrchestrations.Catalog);
        await host.Client.StartAsync("approval", "a", null, TestJournal.Token);
        await host.Client.TerminateAsync("a", "enough", TestJournal.Token);
        var result = HistoryReplay.Verify(SampleOrchestrations.Catalog.Orchestrations["approval"], await host.ExportHistoryAsync("a", TestJournal.Token));
        Assert.Equal((OrchestrationStatus.Terminated, "enough"), (result.Status, result.Failure!.Message));
    }

    [Theory]
    [InlineData("", "not an exported history")]
    [InlineData("{}", "format 0")]
    [InlineData("""{"format":2,"events":[]}""", "format 2")]
    [InlineData("""{"format":1,"events":[]}""", "begin")]
    [InlineData("""{"format":1,"events":[{"kind":"invented","at":"2026-01-01T00:00:00+00:00"}]}""", "not an exported history")]
    [InlineData("""{"format":1,"events":[{"kind":"created","at":"2026-01-01T00:00:00+00:00","instanceId":"a","name":"other","execution":1}]}""", "'other'")]
    public void Verify_TextThatIsNoSuchHistory_SaysSo(string text, string found)
    {
        var refused = Assert.Throws<FormatException>(() => HistoryReplay.Verify(SampleOrchestrations.Catalog.Orchestrations["steps"], text));
        Assert.Contains(found, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_OfAnUnknownInstance_Throws()
    {
        var host = await _journal.OpenAsync(SampleOrchestrations.Catalog);
        await Assert.ThrowsAsync<InstanceNotFoundException>(() => host.ExportHistoryAsync("nobody", TestJournal.Token));
    }

    private static string FileOf(string sample, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "Histories", sample + ".json");

    private async Task<string> Record(string sample)
    {
        var host = await _journal.OpenAsync(SampleOrchestrations.Catalog);
        await host.Client.StartAsync(sample, sample, sample == "mixed" ? 2 : null, TestJournal.Token);
        foreach (var (name, payload) in SampleOrchestrations.Events)
        {
            await host.Client.RaiseEventAsync(sample, name, payload, TestJournal.Token);
        }

        await TestJournal.WaitAsync(host, sample);
        var history = await host.ExportHistoryAsync(sample, TestJournal.Token);
        await host.StopAsync(TestJournal.Token);
        return history;
    }
}
