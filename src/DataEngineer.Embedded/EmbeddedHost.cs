using DataEngineer.Embedded.Dispatch;
using DataEngineer.Embedded.Instances;
using DataEngineer.Embedded.Journal;
using DataEngineer.Orchestration.Ports;
using Microsoft.Extensions.Logging;

namespace DataEngineer.Embedded;

/// <summary>
/// A durable host in this process, with an SQLite journal as its only state. Opening it lets every unfinished instance of the
/// journal go on, unless <see cref="EmbeddedHostOptions.GoesOn"/> says otherwise. One host owns a journal at a time.
/// </summary>
public sealed class EmbeddedHost : IAsyncDisposable
{
    private readonly string _path;
    private readonly TimeSpan _shutdownTimeout;
    private readonly JournalLock _lock;
    private readonly LeaseRenewal _lease;
    private readonly DurableEngine _engine;
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _isStopping;

    private EmbeddedHost(OpenJournal journal, EmbeddedHostOptions options, DurableCatalog catalog, TimeProvider time, ILoggerFactory loggers)
    {
        _path = journal.Path;
        _shutdownTimeout = options.ShutdownTimeout;
        _lock = journal.Lock;
        _engine = new DurableEngine(catalog, time, loggers, journal.Reader)
        {
            Writer = new JournalWriter(journal.Session, journal.Owner, journal.Path, options.SurvivesCommit, OnFault),
            Dispatcher = new ActivityDispatcher(catalog.Activities, options.MaxConcurrentActivities, journal.Owner.Epoch, loggers.CreateLogger<EmbeddedHost>()),
            Timers = new TimerService(time),
        };
        _lease = new LeaseRenewal(_engine.Writer, time, options.LeaseDuration);
        Client = new EmbeddedClient(_engine);
    }

    /// <summary>Starts, watches and steers instances; safe to use from many threads.</summary>
    public IOrchestrationClient Client { get; }

    /// <summary>
    /// Completes when the host has stopped. Fails when it had to stop by itself: with <see cref="JournalUnavailableException"/>,
    /// <see cref="JournalCorruptException"/> or <see cref="JournalOwnershipLostException"/>.
    /// </summary>
    public Task Completion => _completion.Task;

    /// <summary>Opens the journal, created where missing, and lets its instances go on.</summary>
    /// <exception cref="JournalInUseException">Another live process owns it.</exception>
    /// <exception cref="JournalCorruptException">It cannot be read.</exception>
    /// <exception cref="JournalUnavailableException">It cannot be written.</exception>
    public static Task<EmbeddedHost> OpenAsync(
        EmbeddedHostOptions options, DurableCatalog catalog, TimeProvider time, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        options.Validate();
        cancellationToken.ThrowIfCancellationRequested();
        var journal = OpenJournal.At(Path.GetFullPath(options.JournalPath), options, time);
        var host = new EmbeddedHost(journal, options, catalog, time, loggers);
        try
        {
            var instances = new InstanceRecovery(host._engine, journal.Path, options.GoesOn).Run();
            Log.Opened(host._engine.Log, journal.Path, journal.Owner.Epoch, instances);
            return Task.FromResult(host);
        }
        catch
        {
            host.Crash();
            throw;
        }
    }

    /// <summary>
    /// The history of an instance's present execution, as JSON for <see cref="HistoryReplay"/>. It holds the payloads.
    /// </summary>
    /// <exception cref="InstanceNotFoundException">There is no instance of that id.</exception>
    public Task<string> ExportHistoryAsync(string instanceId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var row = _engine.Reader.Find(instanceId) ?? throw new InstanceNotFoundException(instanceId);
        return Task.FromResult(HistoryReplay.Write([.. _engine.Reader.History(row).Select((stored, position) =>
            HistoryTail.TryParse(stored.Data) ?? throw new JournalCorruptException(_path, $"event {position} of instance '{instanceId}' is not one that this version knows"))]));
    }

    /// <summary>
    /// Starts nothing more, cancels the tokens of running activities, waits for them up to
    /// <see cref="EmbeddedHostOptions.ShutdownTimeout"/> or until <paramref name="cancellationToken"/>, and closes the journal. What did not
    /// finish is delivered again when the journal is next opened.
    /// </summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _isStopping, 1) != 0)
        {
            await _stopped.Task;
            return;
        }

        try
        {
            _engine.Timers.Dispose();
            await StopActivitiesAsync(cancellationToken);
            await Task.WhenAll(_engine.Live().Select(instance => instance.StopAsync()));
            await ReleaseLeaseAsync();
            Close();
            Log.Stopped(_engine.Log, _path);
        }
        finally
        {
            _completion.TrySetResult();
            _stopped.TrySetResult();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await StopAsync(CancellationToken.None);

    /// <summary>Leaves everything as a killed process would.</summary>
    internal void Crash()
    {
        Interlocked.Exchange(ref _isStopping, 1);
        _engine.Writer.Abandon(new HostStoppedException());
        _engine.Timers.Dispose();
        _ = _engine.Dispatcher.StopAsync();
        Close();
        _completion.TrySetResult();
        _stopped.TrySetResult();
    }

    private async Task StopActivitiesAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _engine.Dispatcher.StopAsync().WaitAsync(_shutdownTimeout, _engine.Time, cancellationToken);
        }
        catch (Exception late) when (late is TimeoutException or OperationCanceledException)
        {
            Log.StopTimedOut(_engine.Log, _shutdownTimeout.TotalSeconds);
        }
    }

    private async Task ReleaseLeaseAsync()
    {
        _lease.Dispose();
        try
        {
            await _engine.Writer.AskAsync(session =>
            {
                session.RenewLease(DateTimeOffset.MinValue);
                return true;
            });
        }
        catch (Exception unwritable) when (unwritable is JournalUnavailableException or JournalCorruptException or JournalOwnershipLostException or HostStoppedException)
        {
            // The host had stopped by itself already; its lease passes, and its lock is freed below.
        }
    }

    private void Close()
    {
        _lease.Dispose();
        _engine.Writer.Dispose();
        _engine.Abort(new HostStoppedException());
        _engine.Dispatcher.Dispose();
        _engine.Reader.Dispose();
        _lock.Dispose();
    }

    private void OnFault(Exception reason)
    {
        Log.Faulted(_engine.Log, reason);
        _engine.Timers.Dispose();
        _ = _engine.Dispatcher.StopAsync();
        _engine.Abort(reason);
        _completion.TrySetException(reason);
    }
}
