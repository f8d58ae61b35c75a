namespace DataEngineer.Embedded.History;

/// <summary>A client, or the end of the parent, ended the instance.</summary>
internal sealed record ExecutionTerminated(DateTimeOffset At, string Reason) : HistoryEvent(At)
{
    public override string Describe() => "termination";
}
