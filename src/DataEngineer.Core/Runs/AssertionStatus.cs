namespace DataEngineer.Runs;

/// <summary>How an assertion ended.</summary>
public enum AssertionStatus
{
    /// <summary>It holds, within its thresholds.</summary>
    Passed,

    /// <summary>Beyond warn_if.</summary>
    Warned,

    /// <summary>Beyond error_if.</summary>
    Failed,
}
