namespace DataEngineer.Orchestration.Ports;

/// <summary>An exception as it is recorded: its type's full name and its message, without stack or inner data.</summary>
public sealed record OrchestrationFailure(string ErrorType, string Message);
