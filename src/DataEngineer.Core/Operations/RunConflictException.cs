namespace DataEngineer.Operations;

/// <summary>What was asked for does not go together with a run that is there.</summary>
public sealed class RunConflictException(string message) : Exception(message);
