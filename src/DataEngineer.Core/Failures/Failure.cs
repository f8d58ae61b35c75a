namespace DataEngineer.Failures;

/// <summary>Why a step failed, as a value that orchestrations decide on and people read.</summary>
/// <param name="Code">Stable code, DE####.</param>
/// <param name="Class">What kind of failure it is; decides who owns it.</param>
/// <param name="Transient">True where trying again later may help.</param>
/// <param name="Message">What, where, got, allowed, next. Never a secret, never a row value.</param>
/// <param name="Next">The command or action to take next, or null.</param>
public sealed record Failure(string Code, FailureClass Class, bool Transient, string Message, string? Next = null)
{
    /// <summary>The role that it is handed to.</summary>
    public FailureOwner Owner => FailureOwners.Of(Class);
}
