using System.Globalization;
using Microsoft.Extensions.Logging;

namespace DataEngineer.Cli.Hosting;

/// <summary>One line an event: time, level, category, message; the details of an exception below it.</summary>
internal sealed class ErrorLogger(TextWriter output, TimeProvider time, LogLevel least, string category) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= least && logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        var clock = time.GetLocalNow().ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);
        var details = exception is null ? "" : Environment.NewLine + exception;
        lock (output)
        {
            output.WriteLine($"{clock} {logLevel.ToString().ToLowerInvariant()} {category}[{eventId.Id}] {formatter(state, exception)}{details}");
            output.Flush();
        }
    }
}
