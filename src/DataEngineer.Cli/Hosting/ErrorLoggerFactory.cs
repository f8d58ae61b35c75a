using Microsoft.Extensions.Logging;

namespace DataEngineer.Cli.Hosting;

/// <summary>Loggers that write lines to standard error.</summary>
internal sealed class ErrorLoggerFactory(TextWriter output, TimeProvider time, LogLevel least) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new ErrorLogger(output, time, least, categoryName);

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }
}
