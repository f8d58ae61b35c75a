namespace DataEngineer.Definitions.Schema;

/// <summary>The value may hold {{ }} templates, rendered when the run is planned.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TemplateAttribute : Attribute;
