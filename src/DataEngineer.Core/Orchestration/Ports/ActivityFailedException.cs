namespace DataEngineer.Orchestration.Ports;

/// <summary>Thrown into the orchestration when an activity ended in an exception.</summary>
public sealed class ActivityFailedException(string activity, OrchestrationFailure failure)
    : Exception($"Activity '{activity}' failed: {failure.ErrorType}: {failure.Message}")
{
    /// <summary>The registered name of the activity.</summary>
    public string Activity { get; } = activity;

    /// <summary>What the activity threw.</summary>
    public OrchestrationFailure Failure { get; } = failure;
}
