using DataEngineer.Definitions.Values;

namespace DataEngineer.Plans;

/// <summary>
/// Everything a run will do, fixed: steps with their SQL and settings, in an order in which each comes after what it needs. It is
/// stored with the run and is the only input to execution; what is printed is what is run.
/// </summary>
/// <param name="Hash">
/// SHA-256 over what is done, as lower-case hex: the same definitions, interval and variables give the same hash. The run's identity, the
/// definitions' own hashes, the places that things were written at and the words on edges are no part of it.
/// </param>
/// <param name="Interval">What the run covers; null for a pipeline without a schedule.</param>
/// <param name="Variables">Values bound to SQL parameters, by name; the interval's bounds among them.</param>
/// <param name="Connections">Those that steps use, by name; secrets unresolved.</param>
/// <param name="Definitions">The files the plan was made from, copied into the run, by path with their SHA-256.</param>
/// <param name="Memory">What the engine may use in one step before it spills.</param>
/// <param name="Threads">Processor threads of one step.</param>
public sealed record RunPlan(
    RunIdentity Run,
    string Hash,
    RunInterval? Interval,
    IReadOnlyDictionary<string, PlannedParameter> Variables,
    IReadOnlyDictionary<string, PlannedConnection> Connections,
    IReadOnlyDictionary<string, string> Definitions,
    ByteSize Memory,
    int Threads,
    IReadOnlyList<Step> Steps);
