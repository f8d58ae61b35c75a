using DataEngineer.Conformance;
using DataEngineer.Orchestration.Ports;
using DataEngineer.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace DataEngineer.Embedded.Tests;

/// <summary>The embedded host on a journal of its own, with a clock that only tests move.</summary>
public sealed class EmbeddedFixture : IDurableHostFixture
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 6, 0, 0, TimeSpan.Zero));
    private EmbeddedHost? _host;

    public IOrchestrationClient Client => _host!.Client;

    public DateTimeOffset Now => _time.GetUtcNow();

    public async Task StartHostAsync(DurableCatalog catalog) =>
        _host = await EmbeddedHost.OpenAsync(
            new EmbeddedHostOptions { JournalPath = Path.Combine(_folder.Path, "journal.db"), MaxConcurrentActivities = 16 },
            catalog,
            _time,
            NullLoggerFactory.Instance,
            TestContext.Current.CancellationToken);

    public Task RestartHostAsync(DurableCatalog catalog)
    {
        _host!.Crash();
        return StartHostAsync(catalog);
    }

    public Task PassTimeAsync(TimeSpan span)
    {
        _time.Advance(span);
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _host?.Crash();
        await Task.Yield();
        _folder.Dispose();
    }
}
