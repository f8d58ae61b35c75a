namespace DataEngineer.Embedded.Instances;

/// <summary>The code of an execution continued from something that is not its context's.</summary>
internal sealed record ForeignWork(int Execution) : InstanceMessage;
