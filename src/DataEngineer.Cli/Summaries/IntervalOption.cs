using DataEngineer.Planning.Intervals;
using DataEngineer.Plans;

namespace DataEngineer.Cli.Summaries;

/// <summary>An interval as --interval takes it, where its schedule's unit is not known.</summary>
internal static class IntervalOption
{
    public static string? Of(RunInterval? interval) => interval is null ? null : IntervalText.Bounds(interval);
}
