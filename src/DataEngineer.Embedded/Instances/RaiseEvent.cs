namespace DataEngineer.Embedded.Instances;

/// <summary>An external event.</summary>
internal sealed record RaiseEvent(string Name, string? Payload) : ClientMessage;
