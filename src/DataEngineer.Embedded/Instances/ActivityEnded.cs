using DataEngineer.Embedded.Dispatch;
using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Embedded.Instances;

/// <summary>A delivery ended, with an output or a failure.</summary>
internal sealed record ActivityEnded(ActivityDelivery Delivery, string? Output, OrchestrationFailure? Failure) : InstanceMessage;
