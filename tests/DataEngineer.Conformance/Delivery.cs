namespace DataEngineer.Conformance;

/// <summary>One delivery of an activity.</summary>
public sealed record Delivery(string InstanceId, string Name, string FencingToken, string? Input);
