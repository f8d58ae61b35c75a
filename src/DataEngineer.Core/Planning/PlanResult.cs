using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Plans;

namespace DataEngineer.Planning;

/// <summary>A plan, or everything that stands against one.</summary>
/// <param name="Plan">Null where a diagnostic is an error.</param>
public sealed record PlanResult(RunPlan? Plan, IReadOnlyList<Diagnostic> Diagnostics);
