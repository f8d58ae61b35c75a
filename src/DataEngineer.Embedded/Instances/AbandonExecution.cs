using DataEngineer.Embedded.Replay;

namespace DataEngineer.Embedded.Instances;

/// <summary>The execution cannot go on; its history stays as it is.</summary>
internal sealed record AbandonExecution(ExecutionOutcome.Failed Outcome) : InstanceMessage;
