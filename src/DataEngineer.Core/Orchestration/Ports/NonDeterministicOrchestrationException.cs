namespace DataEngineer.Orchestration.Ports;

/// <summary>
/// Replay did not do what the history recorded: the orchestration's code has changed or uses something outside its
/// context. The instance fails; its history is left as it was.
/// </summary>
public sealed class NonDeterministicOrchestrationException(string orchestration, int sequence, string recorded, string replayed)
    : Exception($"Orchestration '{orchestration}' is not deterministic: at action {sequence} its history has {recorded}, the code did {replayed}. "
        + "Run the version that recorded it, or start the work again under a new id.")
{
    /// <summary>The zero-based position among the actions that the orchestration took.</summary>
    public int Sequence { get; } = sequence;
}
