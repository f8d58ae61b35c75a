using System.CommandLine;
using System.Text.Json.Nodes;
using DataEngineer.Cli.Checks;
using DataEngineer.Cli.Display;
using DataEngineer.Cli.Hosting;
using DataEngineer.Planning.Explain;

namespace DataEngineer.Cli.Commands;

/// <summary>dataeng plan: what a run would do.</summary>
internal static class PlanCommand
{
    public static Command Create(CommandAction action)
    {
        var pipeline = RunOptions.Pipeline();
        var interval = RunOptions.Interval();
        var variables = VariableOption.Create();
        var format = Formats.Option("text", "json", "mermaid");
        var command = new Command("plan", "Shows what a run would do: its steps, why each waits for others, what is read and written.") { pipeline, interval, variables, format };
        command.SetAction((result, _) => action(result, (head, cancellationToken) => PlanAsync(
            head, result.GetRequiredValue(pipeline), result.GetValue(interval), VariableOption.Read(result.GetValue(variables)), result.GetRequiredValue(format), cancellationToken)));
        return command;
    }

    private static async Task<int> PlanAsync(
        Head head, string pipeline, string? interval, IReadOnlyDictionary<string, JsonValue> variables, string format, CancellationToken cancellationToken)
    {
        var planned = await new RunChecker(head).CheckAsync(PipelineName.Parse(pipeline, head), interval, variables, cancellationToken);
        if (planned.Diagnostics.Count > 0)
        {
            new DiagnosticsView(head.Error).Write(planned.Diagnostics);
        }

        if (planned.Plan is not { } plan)
        {
            return ExitCodes.Invalid;
        }

        head.Raw.WriteLine(format switch
        {
            "json" => PlanJson.Write(plan),
            "mermaid" => PlanDiagram.Write(plan).TrimEnd(),
            _ => SafeText.Of(PlanText.Write(plan).TrimEnd()),
        });
        return ExitCodes.Success;
    }
}
