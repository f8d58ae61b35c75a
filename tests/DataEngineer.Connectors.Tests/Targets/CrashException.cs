namespace DataEngineer.Connectors.Tests.Targets;

/// <summary>Stands for whatever ends an attempt before its commit.</summary>
public sealed class CrashException() : Exception("The attempt ended here.");
