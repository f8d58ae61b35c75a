using DataEngineer.Embedded.Journal;
using DataEngineer.Embedded.Replay;

namespace DataEngineer.Embedded.Instances;

/// <summary>Commits a turn, then lets its instance go on.</summary>
internal sealed class TurnCommand(LiveInstance instance, Turn turn, TurnRecord record, OrchestrationExecution? next) : JournalCommand
{
    private readonly long?[] _children = new long?[record.Children.Count];

    public override void Execute(JournalSession session)
    {
        if (record.Replaces)
        {
            session.TrimHistory(record.Key);
        }

        session.Append(record.Key, record.State.Execution, record.Position, record.Rows);
        session.Update(record.Key, record.Id, record.State);
        for (var i = 0; i < _children.Length; i++)
        {
            _children[i] = session.CreateChild(record.Children[i]);
        }
    }

    public override void Committed() => instance.Committed(turn, record, _children, next);

    public override void Failed(Exception reason)
    {
        foreach (var sender in turn.Senders.Concat(turn.Leftover.OfType<ClientMessage>()))
        {
            sender.Fail(reason);
        }

        instance.Abort(reason);
    }
}
