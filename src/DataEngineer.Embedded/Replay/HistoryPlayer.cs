using DataEngineer.Embedded.History;
using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Embedded.Replay;

/// <summary>Replays a recorded history and insists that the code does again what is recorded.</summary>
internal static class HistoryPlayer
{
    /// <param name="execution">Fresh, for the history's first event, which is not among <paramref name="events"/>.</param>
    /// <exception cref="NonDeterministicOrchestrationException">The code did something else.</exception>
    public static void Replay(OrchestrationExecution execution, IEnumerable<HistoryEvent> events)
    {
        HistoryEvent? end = null;
        foreach (var recorded in events)
        {
            if (end is not null)
            {
                throw Differs(execution, recorded.Describe() + " after its end", "nothing");
            }

            switch (recorded)
            {
                case ActionEvent action:
                    Match(execution, action);
                    break;
                case ExecutionCompleted or ExecutionFailed or ExecutionTerminated:
                    end = recorded;
                    break;
                default:
                    Step(execution, recorded);
                    break;
            }
        }

        RequireNothingMore(execution, end?.Describe() ?? "nothing more");
        RequireSameEnd(execution, end);
    }

    private static void Match(OrchestrationExecution execution, ActionEvent recorded)
    {
        if (!execution.Emitted.TryDequeue(out var replayed))
        {
            throw new NonDeterministicOrchestrationException(
                execution.Created.Name, recorded.Sequence, recorded.Describe(), execution.Outcome?.Describe() ?? "nothing");
        }

        if (!recorded.Matches(replayed))
        {
            throw new NonDeterministicOrchestrationException(
                execution.Created.Name, recorded.Sequence, recorded.Describe(), replayed.Describe());
        }

        execution.Adopt(recorded);
    }

    private static void Step(OrchestrationExecution execution, HistoryEvent recorded)
    {
        RequireNothingMore(execution, recorded.Describe());
        if (execution.Outcome is { } outcome)
        {
            throw Differs(execution, recorded.Describe(), outcome.Describe());
        }

        execution.Apply(recorded, isReplaying: true);
        if (execution.Outcome is ExecutionOutcome.Failed { IsNonDeterministic: true } failed)
        {
            throw Differs(execution, "what follows " + recorded.Describe(), failed.Failure.Message);
        }
    }

    private static void RequireNothingMore(OrchestrationExecution execution, string recorded)
    {
        if (execution.Emitted.TryPeek(out var extra))
        {
            throw new NonDeterministicOrchestrationException(execution.Created.Name, extra.Sequence, recorded, extra.Describe());
        }
    }

    private static void RequireSameEnd(OrchestrationExecution execution, HistoryEvent? end)
    {
        var isSame = (end, execution.Outcome) switch
        {
            (null, null) => true,
            (ExecutionCompleted, ExecutionOutcome.Completed) => true,
            (ExecutionFailed, ExecutionOutcome.Failed) => true,
            (ExecutionTerminated, null) => true,
            _ => false,
        };
        if (!isSame)
        {
            throw Differs(execution, end?.Describe() ?? "nothing more", execution.Outcome?.Describe() ?? "nothing");
        }
    }

    private static NonDeterministicOrchestrationException Differs(OrchestrationExecution execution, string recorded, string replayed) =>
        new(execution.Created.Name, execution.NextSequence, recorded, replayed);
}
