using DataEngineer.Embedded.History;

namespace DataEngineer.Embedded.Replay;

/// <summary>An action whose answer has not reached the code.</summary>
internal sealed class PendingCall(ActionEvent action)
{
    /// <summary>The action; after a replay, as it was recorded.</summary>
    public ActionEvent Action { get; set; } = action;

    /// <summary>True once the answer is recorded but held back by a suspension.</summary>
    public bool IsAnswered { get; set; }

    /// <summary>Completes with the output as JSON.</summary>
    public TaskCompletionSource<string?> Answer { get; } = new();
}
