using System.Reflection;
using DataEngineer.Definitions.Naming;
using DataEngineer.Definitions.Schema;

namespace DataEngineer.Definitions.Binding;

/// <summary>One key of a record.</summary>
internal sealed class PropertyShape(PropertyInfo property, bool mustHaveItems)
{
    private readonly Lazy<Shape> _shape = new(() => Shapes.Of(property.PropertyType));

    public PropertyInfo Property { get; } = property;

    public string Key { get; } = SnakeCase.Of(property.Name);

    public Shape Shape => _shape.Value;

    public bool IsRequired { get; } = property.IsDefined(typeof(RequiredAttribute));

    public bool IsTemplate { get; } = property.IsDefined(typeof(TemplateAttribute));

    public bool IsName { get; } = property.IsDefined(typeof(IdentifierAttribute));

    public bool KeysAreNames { get; } = property.IsDefined(typeof(KeyIdentifierAttribute));

    public RangeAttribute? Range { get; } = property.GetCustomAttribute<RangeAttribute>();

    /// <summary>True where the list means nothing when it is empty: it is required, or its being given chooses something.</summary>
    public bool MustHaveItems { get; } = mustHaveItems || property.IsDefined(typeof(RequiredAttribute));
}
