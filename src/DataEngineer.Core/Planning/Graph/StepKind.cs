namespace DataEngineer.Planning.Graph;

/// <summary>The kinds of steps, and the first word of their names.</summary>
public enum StepKind
{
    /// <summary>extract.orders</summary>
    Extract,

    /// <summary>transform.daily_revenue</summary>
    Transform,

    /// <summary>assert.orders: all assertions on one dataset.</summary>
    Assert,

    /// <summary>load.daily_revenue</summary>
    Load,
}
