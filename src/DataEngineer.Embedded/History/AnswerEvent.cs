namespace DataEngineer.Embedded.History;

/// <summary>The end of what the action of the same <paramref name="Sequence"/> began.</summary>
internal abstract record AnswerEvent(DateTimeOffset At, int Sequence) : HistoryEvent(At);
