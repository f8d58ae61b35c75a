using System.CommandLine;
using System.CommandLine.Help;
using DataEngineer.Cli.Hosting;

namespace DataEngineer.Cli.Commands;

/// <summary>The command line: every command, and how one is done.</summary>
internal sealed class CommandTree
{
    private readonly Surroundings _surroundings;
    private readonly GlobalOptions _options;

    public CommandTree(Surroundings surroundings)
    {
        _surroundings = surroundings;
        _options = new GlobalOptions(surroundings.Variables);
        Root = new RootCommand("Runs data pipelines written in YAML and SQL, durably: a run that was stopped goes on with the same command.")
        {
            ValidateCommand.Create(Do),
            PlanCommand.Create(Do),
            RunPipelineCommand.Create(Do),
            RetryRunCommand.Create(Do),
            RunsCommand.Create(Do),
            PreviewCommand.Create(Do),
        };
        _options.AddTo(Root);
        foreach (var help in Root.Options.OfType<HelpOption>())
        {
            help.Action = new HelpWithExitCodes((HelpAction)help.Action!);
        }
    }

    public RootCommand Root { get; }

    /// <summary>Does what the arguments say; answers the exit code.</summary>
    public async Task<int> InvokeAsync(IReadOnlyList<string> arguments)
    {
        var result = Root.Parse(arguments);
        if (ParseErrors.Exist(result))
        {
            return ParseErrors.Report(result, _surroundings);
        }

        var configuration = new InvocationConfiguration
        {
            Output = _surroundings.Out(true).Profile.Out.Writer,
            Error = _surroundings.Error(true).Profile.Out.Writer,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return await result.InvokeAsync(configuration, _surroundings.Stop.Token);
    }

    private Task<int> Do(ParseResult result, Func<Head, CancellationToken, Task<int>> command)
    {
        var head = new Head(_surroundings, _options.Read(result));
        return FailureReport.GuardAsync(head, () => command(head, _surroundings.Stop.Token));
    }
}
