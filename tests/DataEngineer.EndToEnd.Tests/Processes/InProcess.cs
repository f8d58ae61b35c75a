using DataEngineer.Cli.Commands;
using DataEngineer.Cli.Hosting;
using DataEngineer.EndToEnd.Tests.Building;
using Microsoft.Extensions.Time.Testing;

namespace DataEngineer.EndToEnd.Tests.Processes;

/// <summary>The command without a process of its own, for what starts nothing.</summary>
internal static class InProcess
{
    public static async Task<Ended> RunAsync(string folder, params IEnumerable<string> arguments)
    {
        using var stop = new StopSignals(_ => { });
        using var output = Screens.Of(120);
        using var error = Screens.Of(120);
        var surroundings = new Surroundings(
            new Dictionary<string, string>(StringComparer.Ordinal), folder, _ => output, _ => error, IsLive: false, new FakeTimeProvider(Some.Noon), stop);
        var code = await new CommandTree(surroundings).InvokeAsync([.. arguments]);
        return new Ended(code, output.Output, error.Output);
    }
}
