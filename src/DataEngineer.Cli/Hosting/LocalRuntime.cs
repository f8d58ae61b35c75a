using DataEngineer.Activities.Execution;
using DataEngineer.Connections.Secrets;
using DataEngineer.Connectors;
using DataEngineer.Embedded;
using DataEngineer.Operations;
using DataEngineer.Orchestration.Ports;
using DataEngineer.Store;
using Microsoft.Extensions.Logging;

namespace DataEngineer.Cli.Hosting;

/// <summary>Everything that runs on this machine, put together: stores, connectors, secrets, and the embedded host on its journal.</summary>
internal sealed class LocalRuntime : IAsyncDisposable
{
    private readonly EmbeddedHost _host;

    private LocalRuntime(EmbeddedHost host, RunService runs)
    {
        _host = host;
        Runs = runs;
    }

    public IOrchestrationClient Client => _host.Client;

    public RunService Runs { get; }

    /// <summary>Opens the journal of the store. Of the unfinished runs in it only those that are asked for go on; the others stay as they are.</summary>
    /// <param name="pipelinesFolder">Full path.</param>
    /// <param name="goesOn">Told a run's id.</param>
    public static async Task<LocalRuntime> OpenAsync(
        Head head, string pipelinesFolder, Func<string, bool> goesOn, IRunObserver observer, CancellationToken cancellationToken)
    {
        var opened = head.Time.GetUtcNow();
        ILoggerFactory loggers = new ErrorLoggerFactory(head.Error.Profile.Out.Writer, head.Time, head.Verbose ? LogLevel.Debug : LogLevel.None);
        var services = new RuntimeServices(
            new FolderStore(pipelinesFolder, head.Stores.TempFolder),
            head.Stores,
            ConnectorCatalog.All,
            new VariableSecretSource(name => head.Variables.GetValueOrDefault(name)),
            head.Stores.TempFolder,
            observer,
            head.Time,
            loggers);
        var options = new EmbeddedHostOptions { JournalPath = Path.Combine(head.StoreFolder, "journal.db"), GoesOn = goesOn };
        var host = await EmbeddedHost.OpenAsync(options, RuntimeCatalog.Create(services), head.Time, loggers, cancellationToken);
        LeftoverFiles.Remove(head.Stores.TempFolder, opened);
        return new LocalRuntime(host, new RunService(host.Client, head.Stores, head.Time));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
