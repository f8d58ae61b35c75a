using DataEngineer.Embedded.History;
using DataEngineer.Embedded.Replay;

namespace DataEngineer.Embedded.Instances;

/// <summary>Messages taken in together by one execution, and what came of them; nothing of it is visible until committed.</summary>
internal sealed class Turn(OrchestrationExecution execution, DateTimeOffset now)
{
    private readonly DateTimeOffset _now = now > execution.CurrentTime ? now : execution.CurrentTime;

    /// <summary>What the history gains.</summary>
    public List<HistoryEvent> Events { get; } = [];

    /// <summary>What is to be started.</summary>
    public List<ActionEvent> Actions { get; } = [];

    /// <summary>Those who wait for the commit.</summary>
    public List<ClientMessage> Senders { get; } = [];

    /// <summary>What came after the end, for the next execution if there is one.</summary>
    public List<InstanceMessage> Leftover { get; } = [];

    public DateTimeOffset At => _now;

    public ExecutionOutcome? Outcome { get; private set; }

    public bool HasChanged => Events.Count > 0 || Outcome is not null;

    public void Take(InstanceMessage message)
    {
        if (Outcome is not null)
        {
            Leftover.Add(message);
            return;
        }

        if (message is ClientMessage sender)
        {
            Senders.Add(sender);
        }

        switch (message)
        {
            case BeginExecution:
                Begin();
                break;
            case ActivityEnded ended when ended.Delivery.Execution == execution.Number && execution.IsOutstanding(ended.Delivery.Call.Sequence):
                Record(ended.Failure is { } failure
                    ? new ActivityFailed(_now, ended.Delivery.Call.Sequence, failure)
                    : new ActivityCompleted(_now, ended.Delivery.Call.Sequence, ended.Output));
                break;
            case ChildEnded ended when ended.Execution == execution.Number && execution.IsOutstanding(ended.Sequence):
                Record(ended.Failure is { } cause
                    ? new ChildFailed(_now, ended.Sequence, cause)
                    : new ChildCompleted(_now, ended.Sequence, ended.Output));
                break;
            case TimerDue due when due.Timer.Execution == execution.Number && execution.IsOutstanding(due.Timer.Sequence):
                Record(new TimerFired(_now, due.Timer.Sequence));
                break;
            case RaiseEvent raised:
                Record(new EventRaised(_now, raised.Name, raised.Payload));
                break;
            case SuspendExecution suspend when !execution.IsSuspended:
                Record(new ExecutionSuspended(_now, suspend.Reason));
                break;
            case ResumeExecution resume when execution.IsSuspended:
                Record(new ExecutionResumed(_now, resume.Reason));
                Begin();
                break;
            case TerminateExecution terminate:
                Record(new ExecutionTerminated(_now, terminate.Reason));
                Actions.Clear();
                break;
            case AbandonExecution abandon:
                Abandon(abandon.Outcome);
                break;
            case ForeignWork foreign when foreign.Execution == execution.Number:
                execution.CheckForeignWork();
                Conclude();
                break;
        }
    }

    /// <summary>Fails the instance and leaves its history as it was.</summary>
    public void Abandon(ExecutionOutcome.Failed outcome)
    {
        Outcome = outcome;
        Events.Clear();
        Actions.Clear();
    }

    private void Begin()
    {
        if (!execution.IsBegun && !execution.IsSuspended && Outcome is null)
        {
            Record(new ExecutionBegun(_now));
        }
    }

    private void Record(HistoryEvent recorded)
    {
        Events.Add(recorded);
        execution.Apply(recorded, isReplaying: false);
        while (execution.Emitted.TryDequeue(out var action))
        {
            Events.Add(action);
            Actions.Add(action);
        }

        Conclude();
    }

    private void Conclude()
    {
        if (execution.Outcome is ExecutionOutcome.Failed { IsNonDeterministic: true } failed)
        {
            Abandon(failed);
        }
        else
        {
            Outcome = execution.Outcome;
        }
    }
}
