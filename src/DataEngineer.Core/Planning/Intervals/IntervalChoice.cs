using DataEngineer.Plans;

namespace DataEngineer.Planning.Intervals;

/// <summary>The interval that a text names, or why it names none.</summary>
public sealed record IntervalChoice(RunInterval? Interval, string? Problem)
{
    internal static IntervalChoice Of(RunInterval interval) => new(interval, Problem: null);

    internal static IntervalChoice Wrong(string problem) => new(Interval: null, problem);
}
