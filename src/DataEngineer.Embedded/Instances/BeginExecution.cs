namespace DataEngineer.Embedded.Instances;

/// <summary>The code is to be called, unless it was.</summary>
internal sealed record BeginExecution : InstanceMessage;
