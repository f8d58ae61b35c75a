using System.CommandLine;
using System.Text.Json.Nodes;
using DataEngineer.Cli.Hosting;

namespace DataEngineer.Cli.Commands;

/// <summary>--var name=value, as often as there are variables; texts are read as the variable's type when the run is planned.</summary>
internal static class VariableOption
{
    public static Option<string[]> Create() => new("--var")
    {
        Description = "Sets a variable of the pipeline; may be repeated.  [default: the variable's own]",
        HelpName = "NAME=VALUE",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    /// <exception cref="CommandException">One is not name=value, or stands twice.</exception>
    public static IReadOnlyDictionary<string, JsonValue> Read(IReadOnlyList<string>? given)
    {
        var variables = new Dictionary<string, JsonValue>(StringComparer.Ordinal);
        foreach (var text in given ?? [])
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw new CommandException(ExitCodes.Invalid, $"--var takes NAME=VALUE, for example --var region=EU; got '{text}'.");
            }

            if (!variables.TryAdd(text[..equals], JsonValue.Create(text[(equals + 1)..])))
            {
                throw new CommandException(ExitCodes.Invalid, $"--var {text[..equals]} is given twice.");
            }
        }

        return variables;
    }
}
