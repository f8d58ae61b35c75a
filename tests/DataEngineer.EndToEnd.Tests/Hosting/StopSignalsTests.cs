using DataEngineer.Cli.Hosting;

namespace DataEngineer.EndToEnd.Tests.Hosting;

public sealed class StopSignalsTests
{
    [Fact]
    public void FirstSignal_AsksToStop_SecondEndsAtOnce()
    {
        var exits = new List<int>();
        using var stop = new StopSignals(exits.Add);
        Assert.Equal((0, false), (stop.ExitCode, stop.Token.IsCancellationRequested));
        stop.Ask(130);
        Assert.Equal((130, true), (stop.ExitCode, stop.Token.IsCancellationRequested));
        Assert.Empty(exits);
        stop.Ask(143);
        Assert.Equal([143], exits);
        Assert.Equal(130, stop.ExitCode);
    }
}
