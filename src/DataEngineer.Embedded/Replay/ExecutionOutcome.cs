using DataEngineer.Embedded.History;
using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Embedded.Replay;

/// <summary>How an execution ended.</summary>
internal abstract record ExecutionOutcome
{
    private ExecutionOutcome()
    {
    }

    /// <summary>The outcome in words.</summary>
    public abstract string Describe();

    /// <summary>The code returned.</summary>
    public sealed record Completed(string? Output) : ExecutionOutcome
    {
        public override string Describe() => "completion";
    }

    /// <summary>The code threw; or, where <paramref name="IsNonDeterministic"/>, it may not go on, and its history stays as it was.</summary>
    public sealed record Failed(OrchestrationFailure Failure, bool IsNonDeterministic = false) : ExecutionOutcome
    {
        public override string Describe() => $"failure with {Failure.ErrorType}";
    }

    /// <summary>Ended from outside.</summary>
    public sealed record Terminated(string Reason) : ExecutionOutcome
    {
        public override string Describe() => "termination";
    }

    /// <summary>The code returned after asking to be started afresh.</summary>
    public sealed record ContinuedAsNew(string? Input, IReadOnlyList<EventRaised> Events) : ExecutionOutcome
    {
        public override string Describe() => "continue-as-new";
    }
}
