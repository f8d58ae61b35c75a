namespace DataEngineer.Embedded.History;

/// <summary>The timer's time has come.</summary>
internal sealed record TimerFired(DateTimeOffset At, int Sequence) : AnswerEvent(At, Sequence)
{
    public override string Describe() => $"the firing of timer {Sequence}";
}
