using DataEngineer.Plans;

namespace DataEngineer.Operations;

/// <summary>The answer to a start.</summary>
/// <param name="Resumed">True where an unfinished run of the same pipeline and interval goes on and nothing new was started.</param>
public sealed record RunStart(RunIdentity Run, bool Resumed);
