using System.Text.Json.Serialization;

namespace DataEngineer.Embedded.History;

/// <summary>The code called another orchestration.</summary>
internal sealed record ChildScheduled(
    DateTimeOffset At,
    int Sequence,
    string Name,
    string InstanceId,
    [property: JsonConverter(typeof(PayloadConverter))] string? Input) : ActionEvent(At, Sequence)
{
    public override bool Matches(ActionEvent replayed) =>
        replayed is ChildScheduled other && other.Name == Name && other.InstanceId == InstanceId;

    public override string Describe() => $"a call of sub-orchestration '{Name}' ({InstanceId})";
}
