namespace DataEngineer.Embedded.History;

/// <summary>The code asked to be woken.</summary>
internal sealed record TimerCreated(DateTimeOffset At, int Sequence, DateTimeOffset FireAt) : ActionEvent(At, Sequence)
{
    public override bool Matches(ActionEvent replayed) => replayed is TimerCreated other && other.FireAt == FireAt;

    public override string Describe() => $"a timer for {FireAt:O}";
}
