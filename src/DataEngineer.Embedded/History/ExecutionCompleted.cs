using System.Text.Json.Serialization;

namespace DataEngineer.Embedded.History;

/// <summary>The code returned.</summary>
internal sealed record ExecutionCompleted(
    DateTimeOffset At,
    [property: JsonConverter(typeof(PayloadConverter))] string? Output) : HistoryEvent(At)
{
    public override string Describe() => "completion";
}
