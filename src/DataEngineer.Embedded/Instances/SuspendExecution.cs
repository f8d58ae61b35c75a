namespace DataEngineer.Embedded.Instances;

/// <summary>Hold the instance back.</summary>
internal sealed record SuspendExecution(string Reason) : ClientMessage;
