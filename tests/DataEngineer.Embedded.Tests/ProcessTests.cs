using System.Diagnostics;
using DataEngineer.Conformance;
using DataEngineer.Embedded.Journal;
using DataEngineer.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace DataEngineer.Embedded.Tests;

/// <summary>Real processes: this test program starts itself again, to own a journal and be killed or stopped.</summary>
public sealed class ProcessTests : IDisposable
{
    private const string PathVariable = "DATAENGINEER_TEST_JOURNAL";
    private readonly TemporaryFolder _folder = new();
    private readonly List<Process> _processes = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string JournalPath => _folder["journal.db"];

    public void Dispose()
    {
        foreach (var process in _processes)
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }

        _folder.Dispose();
    }

    [Fact]
    public async Task Open_WhileAnotherProcessLives_IsRefusedAndNamesIt_AndOnceKilledIsTakenOver()
    {
        var owner = await StartOwner();
        var refused = await Assert.ThrowsAsync<JournalInUseException>(Open);
        Assert.Equal(owner.Id, refused.ProcessId);
        owner.Kill();
        await owner.WaitForExitAsync(Token);
        await using var host = await Open();
        Assert.True(int.Parse((await TestJournal.WaitAsync(host, "ticking")).Output!) >= 50);
    }

    [Fact]
    public async Task Process_StoppedPastItsLease_IsReplaced_AndEndsWithoutACommitWhenItContinues()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var owner = await StartOwner();
        await Signal(owner, "STOP");
        var host = await OpenOnceTheLeaseHasPassed(owner);
        Assert.True(int.Parse((await TestJournal.WaitAsync(host, "ticking")).Output!) >= 50);
        var history = await host.ExportHistoryAsync("ticking", Token);
        await Signal(owner, "CONT");
        await owner.WaitForExitAsync(Token).WaitAsync(TimeSpan.FromSeconds(60), Token);
        Assert.Equal(history, await host.ExportHistoryAsync("ticking", Token));
        await host.DisposeAsync();
        Assert.Contains(nameof(JournalOwnershipLostException), await File.ReadAllTextAsync(_folder["owner.txt"], Token), StringComparison.Ordinal);
    }

    /// <summary>Not a test: what the other process does. It owns the journal and works until it is killed or replaced.</summary>
    [Fact(Explicit = true)]
    public async Task Owner()
    {
        var path = Environment.GetEnvironmentVariable(PathVariable)!;
        var folder = Path.GetDirectoryName(path)!;
        var host = await EmbeddedHost.OpenAsync(Options(path), Ticking().Build(), TimeProvider.System, NullLoggerFactory.Instance, Token);
        await host.Client.StartAsync("tick", "ticking", null, Token);
        await File.WriteAllTextAsync(Path.Combine(folder, "ready.txt"), "ready", Token);
        try
        {
            await host.Completion;
        }
        catch (JournalOwnershipLostException lost)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "owner.txt"), lost.GetType().Name, Token);
        }
    }

    private static EmbeddedHostOptions Options(string path) => new() { JournalPath = path, LeaseDuration = TimeSpan.FromSeconds(3) };

    private static CatalogBuilder Ticking() => new CatalogBuilder()
        .Orchestration("tick", async context =>
        {
            var ticks = 0;
            while (ticks < 50)
            {
                ticks = await context.CallActivityAsync<int>("tick", ticks);
            }

            return ticks;
        })
        .Activity<int, int>("tick", async (_, ticks, token) =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), token);
            return ticks + 1;
        });

    private static async Task Signal(Process process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString()]);
        await kill.WaitForExitAsync(Token);
        Assert.Equal(0, kill.ExitCode);
    }

    private Task<EmbeddedHost> Open() =>
        EmbeddedHost.OpenAsync(Options(JournalPath), Ticking().Build(), TimeProvider.System, NullLoggerFactory.Instance, Token);

    private async Task<EmbeddedHost> OpenOnceTheLeaseHasPassed(Process owner)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            try
            {
                return await Open();
            }
            catch (JournalInUseException refused) when (refused.ProcessId == owner.Id)
            {
                // Stopped between two system calls of a commit it holds SQLite's lock for good; a moment of running frees it.
                if (refused.Message.Contains("kill -9", StringComparison.Ordinal))
                {
                    await Signal(owner, "CONT");
                    await Signal(owner, "STOP");
                }

                await Task.Delay(TimeSpan.FromMilliseconds(100), patience.Token);
            }
        }
    }

    private async Task<Process> StartOwner()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ProcessTests).Assembly.Location, "-explicit", "only", "-method", $"*{nameof(ProcessTests)}.{nameof(Owner)}"])
        {
            Environment = { [PathVariable] = JournalPath },
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        var process = Process.Start(start)!;
        _processes.Add(process);
        while (!File.Exists(_folder["ready.txt"]))
        {
            Assert.False(process.HasExited, "The other process has ended.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), Token);
        }

        return process;
    }
}
