using System.Text.Json.Serialization;
using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Embedded.History;

/// <summary>The code called an activity.</summary>
internal sealed record ActivityScheduled(
    DateTimeOffset At,
    int Sequence,
    string Name,
    [property: JsonConverter(typeof(PayloadConverter))] string? Input,
    IReadOnlyList<ConcurrencyLimit>? Limits) : ActionEvent(At, Sequence)
{
    public override bool Matches(ActionEvent replayed) => replayed is ActivityScheduled other && other.Name == Name;

    public override string Describe() => $"a call of activity '{Name}'";
}
