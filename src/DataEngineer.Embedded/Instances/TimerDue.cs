using DataEngineer.Embedded.Dispatch;

namespace DataEngineer.Embedded.Instances;

/// <summary>A timer's time has come.</summary>
internal sealed record TimerDue(DurableTimer Timer) : InstanceMessage;
