namespace DataEngineer.Embedded.History;

/// <summary>The code was called.</summary>
internal sealed record ExecutionBegun(DateTimeOffset At) : HistoryEvent(At)
{
    public override string Describe() => "the begin of the execution";
}
