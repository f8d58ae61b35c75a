using DataEngineer.Failures;

namespace DataEngineer.Cli.Summaries;

/// <summary>Why a step failed, or with <paramref name="Step"/> "plan" why there was no plan.</summary>
internal sealed record StepFailure(string Step, string Code, FailureClass Class, FailureOwner Owner, int Attempts, string Message, string? Next)
{
    public static StepFailure Of(string step, Failure failure, int attempts) =>
        new(step, failure.Code, failure.Class, failure.Owner, attempts, failure.Message, failure.Next);
}
