using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using DataEngineer.Cli.Display;
using DataEngineer.Cli.Hosting;
using DataEngineer.Definitions.Naming;

namespace DataEngineer.Cli.Commands;

/// <summary>Says what is wrong with a command line, and what was probably meant.</summary>
internal static class ParseErrors
{
    public static bool Exist(ParseResult result) => result.Action is ParseErrorAction || StrayOptions(result).Any();

    public static int Report(ParseResult result, Surroundings surroundings)
    {
        var command = result.CommandResult.Command;
        if (command.Subcommands.Count > 0 && result.UnmatchedTokens.Count == 0 && result.Errors.Count == 1)
        {
            ShowHelp(result, surroundings);
            return ExitCodes.Invalid;
        }

        var output = surroundings.Error(true).Profile.Out.Writer;
        foreach (var message in Messages(result, command))
        {
            output.WriteLine($"dataeng: {SafeText.Line(message)}");
        }

        output.WriteLine($"  Next  {Path(result.CommandResult)} --help");
        return ExitCodes.Invalid;
    }

    private static IEnumerable<string> Messages(ParseResult result, Command command)
    {
        var unknown = StrayOptions(result).Concat(result.UnmatchedTokens).ToList();
        if (unknown.Exists(IsOption))
        {
            return unknown.Where(IsOption).Select(token => Unmatched(token, command, result));
        }

        if (unknown.Count > 0)
        {
            return unknown.Select(token => Unmatched(token, command, result));
        }

        var missing = command.Arguments.Where(argument => argument.Arity.MinimumNumberOfValues > (result.GetResult(argument)?.Tokens.Count ?? 0)).ToList();
        return missing.Count > 0
            ? missing.Select(argument => $"{argument.Name} is missing: {argument.Description}")
            : result.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal);
    }

    // An optional argument takes a misspelt option for its value.
    private static IEnumerable<string> StrayOptions(ParseResult result) =>
        result.CommandResult.Command.Arguments
            .SelectMany(argument => result.GetResult(argument)?.Tokens ?? [])
            .Select(token => token.Value)
            .Where(IsOption);

    private static bool IsOption(string token) => token.StartsWith('-');

    private static string Unmatched(string token, Command command, ParseResult result)
    {
        var options = command.Options.Concat(result.RootCommandResult.Command.Options).SelectMany(option => option.Aliases.Append(option.Name));
        var suggestion = Suggestion.For(token, IsOption(token) ? options : command.Subcommands.Select(subcommand => subcommand.Name));
        var what = IsOption(token) ? "an option" : command.Subcommands.Count > 0 ? "a command" : "an argument";
        return $"'{token}' is not {what} here.{(suggestion is null ? "" : " " + suggestion)}";
    }

    private static string Path(CommandResult result)
    {
        var names = new List<string>();
        for (SymbolResult? at = result; at is CommandResult { Command: not RootCommand } command; at = at.Parent)
        {
            names.Insert(0, command.Command.Name);
        }

        return string.Join(' ', names.Prepend("dataeng"));
    }

    private static void ShowHelp(ParseResult result, Surroundings surroundings)
    {
        var help = result.RootCommandResult.Command.Options.OfType<HelpOption>().First();
        result.InvocationConfiguration.Output = surroundings.Error(true).Profile.Out.Writer;
        ((HelpWithExitCodes)help.Action!).Invoke(result);
    }
}
