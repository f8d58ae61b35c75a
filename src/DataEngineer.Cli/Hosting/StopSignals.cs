using System.Runtime.InteropServices;

namespace DataEngineer.Cli.Hosting;

/// <summary>Ctrl-C and SIGTERM: the first asks the command to stop, a second ends the process at once.</summary>
/// <param name="exit">Ends the process with a code.</param>
internal sealed class StopSignals(Action<int> exit) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<PosixSignalRegistration> _registrations = [];
    private int _asked;

    /// <summary>Cancelled once the process was asked to stop.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>The exit code of the signal that asked; 0 before.</summary>
    public int ExitCode => Volatile.Read(ref _asked);

    /// <summary>Listens to the signals of this process.</summary>
    public void Listen()
    {
        On(PosixSignal.SIGINT, ExitCodes.Interrupted);
        On(PosixSignal.SIGTERM, ExitCodes.Terminated);
    }

    /// <summary>A signal with this exit code came.</summary>
    public void Ask(int exitCode)
    {
        if (Interlocked.CompareExchange(ref _asked, exitCode, 0) == 0)
        {
            _stop.Cancel();
        }
        else
        {
            exit(exitCode);
        }
    }

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _stop.Dispose();
    }

    private void On(PosixSignal signal, int exitCode) =>
        _registrations.Add(PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            Ask(exitCode);
        }));
}
