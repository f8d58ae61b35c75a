using DataEngineer.Connections;
using DataEngineer.Plans;
using DataEngineer.Runs;
using DataEngineer.Store;
using Microsoft.Extensions.Logging;

namespace DataEngineer.Activities;

/// <summary>What an activity works with: its run's plan, its customer's files, its inputs.</summary>
/// <param name="Inputs">The staged datasets it reads, by name.</param>
/// <param name="Store">The customer's store.</param>
/// <param name="Connections">Opens the plan's connections.</param>
/// <param name="FencingToken">Unique to this delivery; part of the name of every file it stages (<see cref="RunPaths"/>).</param>
/// <param name="TempDirectory">Full path of a folder of this delivery's own, below temp/data-engineer/; made and removed by the caller.</param>
/// <param name="Progress">Takes how far it is; may be ignored.</param>
public sealed record StepContext(
    RunPlan Plan,
    IReadOnlyDictionary<string, DatasetRef> Inputs,
    IBlobStore Store,
    IConnectionOpener Connections,
    string FencingToken,
    string TempDirectory,
    IProgress<StepProgress> Progress,
    TimeProvider Time,
    ILogger Logger);
