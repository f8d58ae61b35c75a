using DataEngineer.Plans;

namespace DataEngineer.Planning.Intervals;

/// <summary>A run that a schedule asks for.</summary>
/// <param name="FiresAt">When it may start; never before the interval's end.</param>
public sealed record ScheduledInterval(DateTimeOffset FiresAt, RunInterval Interval);
