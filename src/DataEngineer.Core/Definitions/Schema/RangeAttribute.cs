namespace DataEngineer.Definitions.Schema;

/// <summary>The number must lie between the bounds, both included.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RangeAttribute(double minimum, double maximum) : Attribute
{
    /// <summary>The smallest number allowed.</summary>
    public double Minimum { get; } = minimum;

    /// <summary>The largest number allowed.</summary>
    public double Maximum { get; } = maximum;
}
