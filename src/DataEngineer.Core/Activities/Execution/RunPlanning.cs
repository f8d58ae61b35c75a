using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Tree;
using DataEngineer.Plans;

namespace DataEngineer.Activities.Execution;

/// <summary>What planning a run came to.</summary>
/// <param name="Plan">Null where a diagnostic is an error.</param>
/// <param name="Folder">The customer's folder as it was read; null where there is none.</param>
public sealed record RunPlanning(RunPlan? Plan, CustomerTree? Folder, IReadOnlyList<Diagnostic> Diagnostics);
