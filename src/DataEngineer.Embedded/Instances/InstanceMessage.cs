namespace DataEngineer.Embedded.Instances;

/// <summary>Something for an instance to take in at its next turn.</summary>
internal abstract record InstanceMessage;
