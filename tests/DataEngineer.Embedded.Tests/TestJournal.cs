using DataEngineer.Conformance;
using DataEngineer.Orchestration.Ports;
using DataEngineer.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace DataEngineer.Embedded.Tests;

/// <summary>A journal file and the hosts that a test opens on it; all of them end with the test.</summary>
internal sealed class TestJournal : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<EmbeddedHost> _hosts = [];

    public TestJournal() => Path = _folder["journal.db"];

    public string Path { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 6, 0, 0, TimeSpan.Zero));

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public Task<EmbeddedHost> OpenAsync(CatalogBuilder catalog, Action<EmbeddedHostOptions>? configure = null) => OpenAsync(catalog.Build(), configure);

    public async Task<EmbeddedHost> OpenAsync(DurableCatalog catalog, Action<EmbeddedHostOptions>? configure = null)
    {
        var options = new EmbeddedHostOptions { JournalPath = Path, MaxConcurrentActivities = 16 };
        configure?.Invoke(options);
        var host = await EmbeddedHost.OpenAsync(options, catalog, Time, NullLoggerFactory.Instance, Token);
        _hosts.Add(host);
        return host;
    }

    /// <summary>Runs one instance to its end.</summary>
    public static async Task<OrchestrationInstance> RunAsync(EmbeddedHost host, string name, string id, object? input = null)
    {
        await host.Client.StartAsync(name, id, input, Token);
        return await WaitAsync(host, id);
    }

    public static Task<OrchestrationInstance> WaitAsync(EmbeddedHost host, string id) =>
        host.Client.WaitForCompletionAsync(id, Token).WaitAsync(TimeSpan.FromSeconds(60), Token);

    /// <summary>Waits until the condition holds.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (!await condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), patience.Token);
        }
    }

    /// <summary>Changes the file behind the hosts' backs.</summary>
    public int Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        _hosts.ForEach(host => host.Crash());
        _folder.Dispose();
    }
}
