using DataEngineer.Embedded.History;
using DataEngineer.Embedded.Journal;
using DataEngineer.Embedded.Replay;
using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Embedded.Instances;

/// <summary>A turn in the form in which the journal takes it.</summary>
internal static class TurnRecording
{
    /// <summary>A turn after which the execution goes on, or the instance ends.</summary>
    public static TurnRecord Of(long key, OrchestrationExecution execution, HistoryTail tail, Turn turn)
    {
        HistoryEvent? end = turn.Outcome switch
        {
            ExecutionOutcome.Completed completed => new ExecutionCompleted(turn.At, completed.Output),
            ExecutionOutcome.Failed { IsNonDeterministic: false } failed => new ExecutionFailed(turn.At, failed.Failure),
            _ => null,
        };
        var position = tail.Position;
        var rows = turn.Events.Select(tail.Append).ToList();
        if (end is not null)
        {
            rows.Add(tail.Append(end));
        }

        return new TurnRecord(key, execution.Created.InstanceId, position, rows, Replaces: false, StateOf(execution, turn), ChildrenOf(key, execution, turn));
    }

    /// <summary>A turn that ended in continue-as-new.</summary>
    public static TurnRecord OfNext(
        long key, OrchestrationExecution ended, OrchestrationExecution next, IReadOnlyList<EventRaised> carried, HistoryTail tail, Turn turn)
    {
        List<HistoryRow> rows = [tail.Append(next.Created), .. carried.Select(tail.Append)];
        var state = new InstanceState(OrchestrationStatus.Running, next.Number, turn.At, next.CustomStatus, null, null);
        return new TurnRecord(key, next.Created.InstanceId, 0, rows, Replaces: true, state, ChildrenOf(key, ended, turn));
    }

    private static InstanceState StateOf(OrchestrationExecution execution, Turn turn)
    {
        var state = new InstanceState(OrchestrationStatus.Running, execution.Number, turn.At, execution.CustomStatus, null, null);
        return turn.Outcome switch
        {
            ExecutionOutcome.Completed completed => state with { Status = OrchestrationStatus.Completed, Output = completed.Output },
            ExecutionOutcome.Failed failed => state with { Status = OrchestrationStatus.Failed, Failure = failed.Failure },
            ExecutionOutcome.Terminated terminated => state with { Status = OrchestrationStatus.Terminated, Failure = TerminationFailure.Of(terminated.Reason) },
            _ when execution.IsSuspended => state with { Status = OrchestrationStatus.Suspended },
            _ when !execution.IsBegun => state with { Status = OrchestrationStatus.Pending },
            _ => state,
        };
    }

    private static List<NewInstance> ChildrenOf(long key, OrchestrationExecution execution, Turn turn) =>
    [
        .. turn.Actions.OfType<ChildScheduled>().Select(child => NewInstance.Of(
            new ExecutionCreated(turn.At, child.InstanceId, child.Name, 1, child.Input),
            new ParentLink(key, execution.Number, child.Sequence))),
    ];
}
