namespace DataEngineer.Connections;

/// <summary>What a load is remembered under: one effect for each, however often it is delivered.</summary>
/// <param name="IntervalKey">The run's interval as it stands in the run id, or its number for a run without one.</param>
/// <param name="Step">The load's name in the pipeline.</param>
public sealed record LoadKey(string Customer, string Pipeline, string IntervalKey, string Step);
