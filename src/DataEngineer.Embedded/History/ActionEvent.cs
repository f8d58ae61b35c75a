namespace DataEngineer.Embedded.History;

/// <summary>Something that the orchestration's code asked for; replay has to ask for it again.</summary>
/// <param name="Sequence">The position among the execution's actions, from zero.</param>
internal abstract record ActionEvent(DateTimeOffset At, int Sequence) : HistoryEvent(At)
{
    /// <summary>Whether replayed code that asks for <paramref name="replayed"/> did what is recorded here.</summary>
    public abstract bool Matches(ActionEvent replayed);
}
