using Microsoft.Extensions.Logging;

namespace DataEngineer.Embedded;

/// <summary>Everything that the embedded host logs: events 1000 to 1099.</summary>
internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Information, "Opened the journal {Path} as owner {Epoch}; {Instances} unfinished instances go on.")]
    public static partial void Opened(ILogger logger, string path, long epoch, int instances);

    [LoggerMessage(1001, LogLevel.Information, "Stopped; what is unfinished is kept in the journal {Path}.")]
    public static partial void Stopped(ILogger logger, string path);

    [LoggerMessage(1002, LogLevel.Warning, "Activities were still running {Seconds} seconds after their tokens were cancelled; they are delivered again when the journal is next opened.")]
    public static partial void StopTimedOut(ILogger logger, double seconds);

    [LoggerMessage(1003, LogLevel.Critical, "The host has stopped, for it can no longer commit.")]
    public static partial void Faulted(ILogger logger, Exception reason);

    [LoggerMessage(1010, LogLevel.Error, "Instance {InstanceId} fails: {Found}.")]
    public static partial void InstanceUnreadable(ILogger logger, string instanceId, string found);

    [LoggerMessage(1011, LogLevel.Error, "Instance {InstanceId} fails: {Message}")]
    public static partial void InstanceNotDeterministic(ILogger logger, string instanceId, string message);

    [LoggerMessage(1012, LogLevel.Error, "Instance {InstanceId} fails, for the host could not take a message in. This is a defect of the host.")]
    public static partial void TurnFailed(ILogger logger, Exception defect, string instanceId);

    [LoggerMessage(1020, LogLevel.Information, "Activity {Activity} of instance {InstanceId}, delivery {FencingToken}, threw {ErrorType}.")]
    public static partial void ActivityFailed(ILogger logger, string activity, string instanceId, string fencingToken, string errorType);
}
