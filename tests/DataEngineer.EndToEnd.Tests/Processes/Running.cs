using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace DataEngineer.EndToEnd.Tests.Processes;

/// <summary>A dataeng process under way.</summary>
internal sealed partial class Running : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();
    private readonly SemaphoreSlim _arrived = new(0);

    public Running(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_error, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Waits until a line of standard output holds the words.</summary>
    public async Task SaysAsync(string words)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!Text(_output).Contains(words, StringComparison.Ordinal))
        {
            Assert.False(_process.HasExited, $"It ended before it said '{words}':\n{Text(_output)}\n{Text(_error)}");
            await _arrived.WaitAsync(TimeSpan.FromMilliseconds(200), patience.Token);
        }
    }

    public void Interrupt() => Signal(2);

    public void Terminate() => Signal(15);

    public void Kill() => _process.Kill();

    public async Task<Ended> EndedAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return new Ended(_process.ExitCode, Text(_output), Text(_error));
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
        _arrived.Dispose();
    }

    private void Keep(StringBuilder lines, string? line)
    {
        if (line is not null)
        {
            lock (lines)
            {
                lines.Append(line).Append('\n');
            }

            _arrived.Release();
        }
    }

    private static string Text(StringBuilder lines)
    {
        lock (lines)
        {
            return lines.ToString();
        }
    }

    private void Signal(int number) => Assert.Equal(0, SendSignal(_process.Id, number));

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
