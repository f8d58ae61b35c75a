using System.Text.Json.Serialization;

namespace DataEngineer.Embedded.History;

/// <summary>The child returned.</summary>
internal sealed record ChildCompleted(
    DateTimeOffset At,
    int Sequence,
    [property: JsonConverter(typeof(PayloadConverter))] string? Output) : AnswerEvent(At, Sequence)
{
    public override string Describe() => $"the completion of sub-orchestration call {Sequence}";
}
