using System.CommandLine;
using DataEngineer.Cli.Hosting;
using DataEngineer.Cli.Records;
using DataEngineer.Operations;
using DataEngineer.Runs;

namespace DataEngineer.Cli.Commands;

/// <summary>dataeng retry: runs a failed run again from the failure.</summary>
internal static class RetryRunCommand
{
    public static Command Create(CommandAction action)
    {
        var run = RunsCommand.RunArgument();
        var definition = Formats.Named("--definition", "Whose definitions apply: those of the run, or the pipelines folder's as they are now.", "original", "latest");
        var from = new Option<string[]>("--from")
        {
            Description = "A step that runs again although it succeeded, with all after it, for a source that was mended; may be repeated.  [default: the steps that failed]",
            HelpName = "STEP",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = RunOptions.Output();
        var command = new Command("retry", "Runs a failed run again, reusing the steps that succeeded.") { run, definition, from, output };
        command.SetAction((result, _) => action(result, (head, cancellationToken) =>
            RetryAsync(head, result.GetRequiredValue(run), result.GetRequiredValue(definition), result.GetValue(from) ?? [], result.GetRequiredValue(output), cancellationToken)));
        return command;
    }

    private static async Task<int> RetryAsync(Head head, string run, string definition, string[] from, string output, CancellationToken cancellationToken)
    {
        var record = await new RecordShelf(head).FindAsync(run, cancellationToken);
        CheckSteps(record, from);
        var choice = definition == "latest" ? DefinitionChoice.Latest : DefinitionChoice.Original;
        var again = head.Commands.Retry(record.Run, choice == DefinitionChoice.Latest);
        return await new RunFollower(head, output, again, $"{record.Run.Customer}.{record.Run.Pipeline}.{record.Run.IntervalKey}.").FollowAsync(
            head.PipelinesFolder, (runs, stop) => runs.RetryAsync(record.Run, new RetryCommand(choice, from), stop), cancellationToken);
    }

    private static void CheckSteps(RunRecord record, string[] from)
    {
        var steps = record.Steps.Select(step => step.Step).ToList();
        if (steps.Count > 0 && Array.Find(from, step => !steps.Contains(step)) is { } unknown)
        {
            var suggestion = Definitions.Naming.Suggestion.For(unknown, steps);
            throw new CommandException(ExitCodes.Invalid, $"Run {record.Run} has no step '{unknown}'.{(suggestion is null ? $" It has {string.Join(", ", steps)}." : " " + suggestion)}");
        }
    }
}
