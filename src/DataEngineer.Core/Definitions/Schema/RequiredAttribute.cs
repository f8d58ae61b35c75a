namespace DataEngineer.Definitions.Schema;

/// <summary>The key must be given.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RequiredAttribute : Attribute;
