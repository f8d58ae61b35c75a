namespace DataEngineer.Failures;

/// <summary>Thrown by an activity to end its attempt with a classified failure.</summary>
public sealed class StepFailedException(Failure failure, Exception? inner = null) : Exception(failure.Message, inner)
{
    /// <summary>The failure as the orchestration gets it.</summary>
    public Failure Failure { get; } = failure;

    /// <summary>A failure that trying again does not mend.</summary>
    public static StepFailedException Terminal(string code, FailureClass failureClass, string message, string? next = null, Exception? inner = null) =>
        new(new Failure(code, failureClass, Transient: false, message, next), inner);

    /// <summary>A failure that may be gone at the next attempt.</summary>
    public static StepFailedException Transient(string code, FailureClass failureClass, string message, string? next = null, Exception? inner = null) =>
        new(new Failure(code, failureClass, Transient: true, message, next), inner);
}
