using DataEngineer.Activities.Staging;
using DataEngineer.Definitions.Values;
using DataEngineer.Engine;
using DataEngineer.Testing;
using Microsoft.Extensions.Time.Testing;

namespace DataEngineer.Core.Tests.Activities.Staging;

public sealed class QueryWatchTests
{
    [Fact]
    public async Task Watch_TellsHowFarTheStatementIs()
    {
        using var folder = new TemporaryFolder();
        using var session = DuckSession.Open(new DuckSessionOptions(new ByteSize(200_000_000), 1, folder.Path, [], []));
        var time = new FakeTimeProvider();
        var told = new TaskCompletionSource<double>();
        using var stop = new CancellationTokenSource();
        using var watch = new QueryWatch(time, session, fraction => told.TrySetResult(fraction));
        var query = Task.Run(() => session.Execute("CREATE TABLE t AS SELECT sum(hash(range)) FROM range(100000000000)", stop.Token), TestContext.Current.CancellationToken);
        while (!told.Task.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(told.Task, Task.Delay(20, TestContext.Current.CancellationToken));
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => query);
        Assert.InRange(await told.Task, 0, 1);
    }

    [Fact]
    public void Watch_Ended_SaysNothing()
    {
        using var folder = new TemporaryFolder();
        using var session = DuckSession.Open(new DuckSessionOptions(new ByteSize(200_000_000), 1, folder.Path, [], []));
        var time = new FakeTimeProvider();
        var told = 0;
        var watch = new QueryWatch(time, session, _ => told++);
        time.Advance(TimeSpan.FromSeconds(3));
        watch.Dispose();
        time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(0, told);
    }
}
