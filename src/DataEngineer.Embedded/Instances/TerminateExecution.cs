namespace DataEngineer.Embedded.Instances;

/// <summary>End the instance and its children.</summary>
internal sealed record TerminateExecution(string Reason) : ClientMessage;
