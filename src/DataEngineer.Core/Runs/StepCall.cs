using DataEngineer.Plans;

namespace DataEngineer.Runs;

/// <summary>The input of a step's activity.</summary>
/// <param name="Inputs">The datasets it reads.</param>
public sealed record StepCall(RunIdentity Run, string Step, IReadOnlyList<DatasetRef> Inputs);
