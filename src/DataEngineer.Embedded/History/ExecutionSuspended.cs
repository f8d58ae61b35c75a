namespace DataEngineer.Embedded.History;

/// <summary>Events that follow are held back until <see cref="ExecutionResumed"/>.</summary>
internal sealed record ExecutionSuspended(DateTimeOffset At, string Reason) : HistoryEvent(At)
{
    public override string Describe() => "a suspension";
}
