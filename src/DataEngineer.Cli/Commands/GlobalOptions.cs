using System.CommandLine;
using DataEngineer.Cli.Hosting;

namespace DataEngineer.Cli.Commands;

/// <summary>The options that every command has.</summary>
internal sealed class GlobalOptions
{
    public const string DefaultPipelines = "pipelines";
    public const string DefaultStore = ".dataeng";
    public const string StoreVariable = "DATAENG_STORE";

    private readonly Option<string> _pipelines = new("--pipelines")
    {
        Description = "The folder of the pipelines tree.",
        HelpName = "DIR",
        DefaultValueFactory = _ => DefaultPipelines,
        Recursive = true,
    };

    private readonly Option<string> _store;

    private readonly Option<bool> _noColor = new("--no-color")
    {
        Description = "Prints without colours, as the variable NO_COLOR does.",
        Recursive = true,
    };

    private readonly Option<bool> _verbose = new("--verbose", "-v")
    {
        Description = "Writes logs, and the details of a fault, to standard error.",
        Recursive = true,
    };

    public GlobalOptions(IReadOnlyDictionary<string, string> variables)
    {
        var variable = variables.GetValueOrDefault(StoreVariable);
        _store = new("--store")
        {
            Description = $"The folder where state lives: journal, runs, staged data, tables. The variable {StoreVariable} sets another default.",
            HelpName = "DIR",
            DefaultValueFactory = _ => string.IsNullOrEmpty(variable) ? DefaultStore : variable,
            Recursive = true,
        };
    }

    public void AddTo(Command root)
    {
        root.Add(_pipelines);
        root.Add(_store);
        root.Add(_noColor);
        root.Add(_verbose);
    }

    public GlobalChoices Read(ParseResult result)
    {
        var given = new List<(string Name, string Value)>();
        foreach (var option in new[] { _pipelines, _store })
        {
            if (result.GetResult(option) is { Implicit: false })
            {
                given.Add((option.Name, result.GetRequiredValue(option)));
            }
        }

        return new GlobalChoices(
            result.GetRequiredValue(_pipelines), result.GetRequiredValue(_store), result.GetValue(_noColor), result.GetValue(_verbose), given);
    }
}
