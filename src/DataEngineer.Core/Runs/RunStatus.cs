namespace DataEngineer.Runs;

/// <summary>How a run stands or ended.</summary>
public enum RunStatus
{
    /// <summary>Not ended.</summary>
    Running,

    /// <summary>Every step succeeded.</summary>
    Succeeded,

    /// <summary>Every step succeeded; some found something to look at.</summary>
    Warned,

    /// <summary>Some loads are done, and some steps failed or were skipped.</summary>
    Partial,

    /// <summary>Steps failed, and nothing was loaded.</summary>
    Failed,

    /// <summary>A person stopped it.</summary>
    Cancelled,
}
