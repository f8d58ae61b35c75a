namespace DataEngineer.Definitions.Schema;

/// <summary>The value must be a name: a lower-case letter, then up to 62 lower-case letters, digits or underscores.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IdentifierAttribute : Attribute
{
    /// <summary>The rule as a regular expression.</summary>
    public const string Pattern = "^[a-z][a-z0-9_]{0,62}$";
}
