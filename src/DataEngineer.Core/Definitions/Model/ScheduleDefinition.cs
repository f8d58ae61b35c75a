using DataEngineer.Definitions.Schema;

namespace DataEngineer.Definitions.Model;

/// <summary>When a pipeline runs and what span of time each run covers.</summary>
public sealed record ScheduleDefinition
{
    /// <summary>Five-field cron expression, read in the schedule's time zone.</summary>
    [Required]
    public string Cron { get; init; } = "";

    /// <summary>IANA time zone, for example Europe/Amsterdam. Default: the customer's time zone.</summary>
    public string? Timezone { get; init; }

    /// <summary>
    /// The span a run covers: the last whole hour, day, week (from Monday), month or year before it fires. Default: from the
    /// cron time before to the one that fires.
    /// </summary>
    public IntervalUnit? Interval { get; init; }

    /// <summary>The first day that is covered.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>What happens to runs that were missed. Default: latest.</summary>
    public CatchupMode Catchup { get; init; } = CatchupMode.Latest;
}
