using System.Text.Json.Serialization;

namespace DataEngineer.Embedded.History;

/// <summary>The activity returned.</summary>
internal sealed record ActivityCompleted(
    DateTimeOffset At,
    int Sequence,
    [property: JsonConverter(typeof(PayloadConverter))] string? Output) : AnswerEvent(At, Sequence)
{
    public override string Describe() => $"the completion of activity call {Sequence}";
}
