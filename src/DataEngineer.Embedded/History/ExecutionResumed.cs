namespace DataEngineer.Embedded.History;

/// <summary>What arrived while suspended reaches the code now, in its order.</summary>
internal sealed record ExecutionResumed(DateTimeOffset At, string Reason) : HistoryEvent(At)
{
    public override string Describe() => "a resumption";
}
