using System.Text.Json.Serialization;

namespace DataEngineer.Embedded.History;

/// <summary>An external event arrived.</summary>
internal sealed record EventRaised(
    DateTimeOffset At,
    string Name,
    [property: JsonConverter(typeof(PayloadConverter))] string? Payload) : HistoryEvent(At)
{
    public override string Describe() => $"the event '{Name}'";
}
