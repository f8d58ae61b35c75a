using DataEngineer.Runs;
using Microsoft.Extensions.Logging;

namespace DataEngineer;

/// <summary>Every log event of the core. Ids: 2000 planning, 2100 steps, 2200 runs.</summary>
internal static partial class Log
{
    [LoggerMessage(2100, LogLevel.Debug, "Run {Run}: step {Step} started, delivery {FencingToken}")]
    public static partial void StepStarted(ILogger logger, string run, string step, string fencingToken);

    [LoggerMessage(2101, LogLevel.Debug, "Run {Run}: step {Step} ended {Status}, {RowsRead} rows read, {RowsWritten} written. {Failure}")]
    public static partial void StepEnded(ILogger logger, string run, string step, StepStatus status, long rowsRead, long rowsWritten, string? failure);

    [LoggerMessage(2102, LogLevel.Error, "Run {Run}: step {Step} broke")]
    public static partial void StepBroke(ILogger logger, Exception exception, string run, string step);

    [LoggerMessage(2200, LogLevel.Error, "Run {Run}: planning broke")]
    public static partial void PlanningBroke(ILogger logger, Exception exception, string run);
}
