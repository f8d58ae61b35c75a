namespace DataEngineer.Definitions.Schema;

/// <summary>Every key of the mapping must be a name, as <see cref="IdentifierAttribute"/> says.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KeyIdentifierAttribute : Attribute;
