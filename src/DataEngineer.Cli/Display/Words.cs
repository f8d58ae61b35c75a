using System.Globalization;
using DataEngineer.Failures;
using DataEngineer.Plans;
using DataEngineer.Runs;

namespace DataEngineer.Cli.Display;

/// <summary>Numbers, times and states in the words that every view uses.</summary>
internal static class Words
{
    /// <summary>20,000.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>1 row, 20,000 rows.</summary>
    public static string Rows(long rows) => Count(rows, "row");

    /// <summary>1 step, 2 steps.</summary>
    public static string Count(long number, string noun) => number == 1 ? $"1 {noun}" : $"{Number(number)} {noun}s";

    /// <summary>0.4s, 12.3s, 3m 05s, 1h 02m.</summary>
    public static string Elapsed(TimeSpan time) => time switch
    {
        { TotalSeconds: < 59.95 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0}s"),
        { TotalMinutes: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes}m {time.Seconds:00}s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}h {time.Minutes:00}m"),
    };

    /// <summary>Whole seconds from 1 up: 4s, 2m 00s.</summary>
    public static string Wait(TimeSpan time) =>
        time.TotalSeconds < 60 ? $"{Math.Max(1, (int)Math.Ceiling(time.TotalSeconds))}s" : Elapsed(time);

    /// <summary>48,000 rows/s.</summary>
    public static string Rate(double rowsPerSecond) => $"{Number((long)rowsPerSecond)} rows/s";

    /// <summary>2012-01-01 to 2012-02-01, with times where they are not midnight.</summary>
    public static string Interval(RunInterval interval)
    {
        var format = interval.Start.TimeOfDay == TimeSpan.Zero && interval.End.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{interval.Start.ToString(format, CultureInfo.InvariantCulture)} to {interval.End.ToString(format, CultureInfo.InvariantCulture)} {interval.Timezone}");
    }

    /// <summary>2026-03-01 12:00:05, in the zone of this machine.</summary>
    public static string Time(DateTimeOffset time, TimeProvider provider) =>
        TimeZoneInfo.ConvertTime(time, provider.LocalTimeZone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A run that has not ended may be under way in another process or wait for one; both are unfinished.</summary>
    public static string Status(RunStatus status) => status switch
    {
        RunStatus.Running => "unfinished",
        RunStatus.Succeeded => "succeeded",
        RunStatus.Warned => "succeeded with warnings",
        RunStatus.Partial => "succeeded in part",
        RunStatus.Failed => "failed",
        RunStatus.Cancelled => "cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a status of a run."),
    };

    /// <summary>done, warned, failed and so on.</summary>
    public static string Status(StepStatus status) => status switch
    {
        StepStatus.Waiting => "waiting",
        StepStatus.Running => "running",
        StepStatus.Succeeded => "done",
        StepStatus.Warned => "warned",
        StepStatus.Failed => "failed",
        StepStatus.Skipped => "skipped",
        StepStatus.Reused => "reused",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a status of a step."),
    };

    /// <summary>the data analyst, DevOps and so on.</summary>
    public static string Owner(FailureOwner owner) => owner switch
    {
        FailureOwner.DataArchitect => "the data architect",
        FailureOwner.DataAnalyst => "the data analyst",
        FailureOwner.Devops => "DevOps",
        FailureOwner.Support => "support",
        _ => throw new ArgumentOutOfRangeException(nameof(owner), owner, "Not an owner."),
    };

    /// <summary>quality, business rule and so on.</summary>
    public static string Class(FailureClass failureClass) => failureClass switch
    {
        FailureClass.BusinessRule => "business rule",
        FailureClass.MissingData => "missing data",
        _ => failureClass.ToString().ToLowerInvariant(),
    };
}
