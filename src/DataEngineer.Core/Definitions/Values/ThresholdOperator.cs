namespace DataEngineer.Definitions.Values;

/// <summary>How a measured value is held against a bound.</summary>
public enum ThresholdOperator
{
    /// <summary>Beyond the bound, written &gt;.</summary>
    GreaterThan,

    /// <summary>At the bound or beyond, written &gt;=.</summary>
    AtLeast,
}
