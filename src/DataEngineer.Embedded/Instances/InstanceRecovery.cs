using DataEngineer.Embedded.History;
using DataEngineer.Embedded.Journal;
using DataEngineer.Embedded.Replay;
using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Embedded.Instances;

/// <summary>Brings every unfinished instance of a journal back to where it stood, when a host opens it.</summary>
internal sealed class InstanceRecovery(DurableEngine engine, string path, Func<string, bool> goesOn)
{
    /// <summary>The number of unfinished instances.</summary>
    public int Run()
    {
        List<(LiveInstance Instance, ExecutionOutcome.Failed? Unusable)> restored = [.. engine.Reader.Live().Select(Restore)];
        restored.ForEach(one => engine.Add(one.Instance));
        foreach (var (instance, unusable) in restored)
        {
            if (!goesOn(OutermostOf(instance)))
            {
                instance.StayBack();
            }
            else if (unusable is null)
            {
                instance.GoOn([new BeginExecution(), .. EndedChildren(instance)]);
            }
            else
            {
                instance.Fail(unusable);
            }
        }

        foreach (var key in engine.Reader.Orphans())
        {
            engine.FindLive(key)?.Post(new TerminateExecution("The parent was terminated."));
        }

        return restored.Count;
    }

    private string OutermostOf(LiveInstance instance) =>
        instance.Parent is { } parent && engine.FindLive(parent.Key) is { } caller ? OutermostOf(caller) : instance.Id;

    private (LiveInstance Instance, ExecutionOutcome.Failed? Unusable) Restore(InstanceRow row)
    {
        try
        {
            var stored = engine.Reader.History(row);
            List<HistoryEvent> events = [.. stored.Select((data, position) => Parse(row, data, position))];
            if (events[0] is not ExecutionCreated created)
            {
                throw new JournalCorruptException(path, $"the history of instance '{row.Id}' does not begin with its creation");
            }

            var instance = new LiveInstance(engine, row.Key, row.Parent, created, new HistoryTail(stored.Count, stored[^1].Sum));
            return (instance, Replay(instance, row, events));
        }
        catch (JournalCorruptException corrupt)
        {
            Log.InstanceUnreadable(engine.Log, row.Id, corrupt.Found);
            var created = new ExecutionCreated(row.CreatedAt, row.Id, row.Name, row.State.Execution, null);
            return (new LiveInstance(engine, row.Key, row.Parent, created, new HistoryTail(0, 0)), OrchestrationExecution.Fail(corrupt, isNonDeterministic: true));
        }
    }

    private ExecutionOutcome.Failed? Replay(LiveInstance instance, InstanceRow row, List<HistoryEvent> events)
    {
        var execution = instance.Execution;
        execution.CarryOver(row.State.CustomStatus);
        if (engine.Unknown(row.Name) is { } unknown)
        {
            return OrchestrationExecution.Fail(unknown, isNonDeterministic: true);
        }

        try
        {
            HistoryPlayer.Replay(execution, events.Skip(1));
            return null;
        }
        catch (NonDeterministicOrchestrationException changed)
        {
            Log.InstanceNotDeterministic(engine.Log, row.Id, changed.Message);
            execution.CarryOver(row.State.CustomStatus);
            return OrchestrationExecution.Fail(changed, isNonDeterministic: true);
        }
    }

    private HistoryEvent Parse(InstanceRow row, HistoryRow stored, int position) =>
        HistoryTail.TryParse(stored.Data)
        ?? throw new JournalCorruptException(path, $"event {position} of instance '{row.Id}' is not one that this version knows");

    /// <summary>The ends of children that no turn of the parent took in before the host stopped.</summary>
    private IEnumerable<ChildEnded> EndedChildren(LiveInstance parent)
    {
        foreach (var call in parent.Execution.Outstanding.OfType<ChildScheduled>())
        {
            var link = new ParentLink(parent.Key, parent.Execution.Number, call.Sequence);
            var child = engine.Reader.Find(call.InstanceId);
            if (child?.Parent != link)
            {
                yield return new ChildEnded(link.Execution, link.Sequence, null, ChildConflict.NotAChild(call.InstanceId));
            }
            else if (child.State.IsFinal)
            {
                yield return new ChildEnded(link.Execution, link.Sequence, child.State.Output, child.State.Failure);
            }
        }
    }
}
