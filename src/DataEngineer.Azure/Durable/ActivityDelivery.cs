using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Azure.Durable;

/// <summary>One delivery of an activity.</summary>
internal sealed record ActivityDelivery(string InstanceId, string Name, string FencingToken) : IActivityContext;
