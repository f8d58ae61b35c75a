namespace DataEngineer.Definitions.Model;

/// <summary>How bad it is when an assertion does not hold.</summary>
public enum AssertSeverity
{
    /// <summary>It is reported; loads go on.</summary>
    Warn,

    /// <summary>It stops the loads of its dataset.</summary>
    Error,
}
