namespace DataEngineer.Runs;

/// <summary>The custom status of a run's orchestration: small, whatever the number of steps.</summary>
/// <param name="Steps">Steps in all.</param>
/// <param name="Done">Steps that ended well.</param>
/// <param name="Failed">Steps that failed or were skipped.</param>
public sealed record RunProgress(int Steps, int Done, int Failed);
