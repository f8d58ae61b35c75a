using System.Text.Json.Serialization;

namespace DataEngineer.Embedded.History;

/// <summary>The first event of every execution; the code has not begun.</summary>
/// <param name="Execution">From 1; each continue-as-new adds one.</param>
internal sealed record ExecutionCreated(
    DateTimeOffset At,
    string InstanceId,
    string Name,
    int Execution,
    [property: JsonConverter(typeof(PayloadConverter))] string? Input) : HistoryEvent(At)
{
    public override string Describe() => $"the creation of '{Name}'";
}
