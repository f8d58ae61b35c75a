namespace DataEngineer.Plans;

/// <summary>The span of time that a run covers: start included, end excluded.</summary>
/// <param name="Start">With the offset that its time zone has then.</param>
/// <param name="End">With the offset that its time zone has then.</param>
/// <param name="Timezone">IANA name.</param>
public sealed record RunInterval(DateTimeOffset Start, DateTimeOffset End, string Timezone);
