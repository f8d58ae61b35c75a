namespace DataEngineer.Planning;

/// <summary>The names under which SQL sees the bounds of a run's interval.</summary>
public static class IntervalParameters
{
    /// <summary>$interval_start, included.</summary>
    public const string Start = "interval_start";

    /// <summary>$interval_end, excluded.</summary>
    public const string End = "interval_end";
}
