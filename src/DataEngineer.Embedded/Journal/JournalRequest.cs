namespace DataEngineer.Embedded.Journal;

/// <summary>A command with an answer that somebody awaits.</summary>
internal sealed class JournalRequest<T>(Func<JournalSession, T> execute, Action<T>? committed = null) : JournalCommand
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    /// <summary>The answer, once it is on disk.</summary>
    public Task<T> Answer => _answer.Task;

    public override void Execute(JournalSession session) => _result = execute(session);

    public override void Committed()
    {
        committed?.Invoke(_result!);
        _answer.SetResult(_result!);
    }

    public override void Failed(Exception reason) => _answer.TrySetException(reason);
}
