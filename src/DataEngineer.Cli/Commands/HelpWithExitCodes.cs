using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace DataEngineer.Cli.Commands;

/// <summary>The help of a command, and after it what the exit codes mean.</summary>
internal sealed class HelpWithExitCodes(HelpAction help) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Exit codes:");
        foreach (var (number, meaning) in ExitCodes.All)
        {
            output.WriteLine($"  {number,-3}  {meaning}");
        }

        return code;
    }
}
