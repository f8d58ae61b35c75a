using System.CommandLine;
using DataEngineer.Cli.Display;
using DataEngineer.Cli.Hosting;
using DataEngineer.Cli.Records;
using Spectre.Console;

namespace DataEngineer.Cli.Commands;

/// <summary>dataeng runs list: the latest runs, from their records alone.</summary>
internal static class RunsListCommand
{
    public static Command Create(CommandAction action)
    {
        var scope = new Argument<string?>("CUSTOMER[/PIPELINE]") { Description = "Shows only runs of this customer or pipeline.", Arity = ArgumentArity.ZeroOrOne };
        var limit = Limits.Option("The most runs shown.", 20);
        var format = Formats.Option("text", "json");
        var command = new Command("list", "Lists runs, the latest first.") { scope, limit, format };
        command.SetAction((result, _) => action(result, (head, cancellationToken) =>
            ListAsync(head, result.GetValue(scope), result.GetValue(limit), result.GetRequiredValue(format), cancellationToken)));
        return command;
    }

    private static async Task<int> ListAsync(Head head, string? scope, int limit, string format, CancellationToken cancellationToken)
    {
        var shelf = new RecordShelf(head);
        var runs = await shelf.LatestAsync(PipelineScope.Parse(scope), limit, cancellationToken);
        if (format == "json")
        {
            JsonOutput.Write(head.Raw, runs);
        }
        else if (runs.Count == 0)
        {
            head.Out.WriteLine($"No runs in {head.Shorten(head.StoreFolder)}{(scope is null ? "" : $" of {SafeText.Line(scope)}")}.");
        }
        else
        {
            new RunsView(head.Out, head.Time).Write(runs);
        }

        return ExitCodes.Success;
    }
}
