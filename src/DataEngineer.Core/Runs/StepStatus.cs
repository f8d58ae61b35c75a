namespace DataEngineer.Runs;

/// <summary>How a step of a run stands or ended.</summary>
public enum StepStatus
{
    /// <summary>It waits for others.</summary>
    Waiting,

    /// <summary>An attempt is under way, or waits for its retry.</summary>
    Running,

    /// <summary>Done.</summary>
    Succeeded,

    /// <summary>Done, with something to look at: an assertion or rejected rows beyond a warning threshold, or on_failure continue.</summary>
    Warned,

    /// <summary>It ended in a failure.</summary>
    Failed,

    /// <summary>It was not started, since a step it needs failed or was skipped.</summary>
    Skipped,

    /// <summary>Taken over from the run that this one retries.</summary>
    Reused,
}
