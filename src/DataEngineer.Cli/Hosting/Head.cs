using DataEngineer.Cli.Summaries;
using DataEngineer.Store;
using Spectre.Console;

namespace DataEngineer.Cli.Hosting;

/// <summary>What a command works with: its consoles, folders and clock.</summary>
internal sealed class Head(Surroundings surroundings, GlobalChoices choices)
{
    private FolderStores? _stores;

    public IAnsiConsole Out { get; } = surroundings.Out(choices.NoColor);

    public IAnsiConsole Error { get; } = surroundings.Error(choices.NoColor);

    public TimeProvider Time => surroundings.Time;

    public StopSignals Stop => surroundings.Stop;

    public bool IsLive => surroundings.IsLive;

    public bool Verbose => choices.Verbose;

    public IReadOnlyDictionary<string, string> Variables => surroundings.Variables;

    public string CurrentFolder => surroundings.Folder;

    /// <summary>Full path.</summary>
    public string PipelinesFolder { get; } = Path.GetFullPath(choices.Pipelines, surroundings.Folder);

    /// <summary>Full path.</summary>
    public string StoreFolder { get; } = Path.GetFullPath(choices.Store, surroundings.Folder);

    public FolderStores Stores => _stores ??= new FolderStores(StoreFolder);

    public CommandLines Commands { get; } = new(choices.Given);

    /// <summary>The machine's standard output, for what other programs read.</summary>
    public TextWriter Raw => Out.Profile.Out.Writer;

    /// <summary>The folder of --pipelines.</summary>
    /// <exception cref="CommandException">It is not there.</exception>
    public string RequirePipelines() =>
        Directory.Exists(PipelinesFolder) ? PipelinesFolder : throw NoPipelines(Shorten(PipelinesFolder));

    public static CommandException NoPipelines(string folder) => new(
        ExitCodes.Invalid, $"There is no pipelines folder '{folder}' here. Go to the folder that has it, or name it with --pipelines DIR.");

    /// <summary>A path as a person would write it here.</summary>
    public string Shorten(string path)
    {
        var relative = Path.GetRelativePath(CurrentFolder, path);
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? path : relative;
    }

    /// <summary>Where a file of a customer's store is.</summary>
    public string Locate(string customer, string path) => Shorten(Path.Combine(Stores.Open(customer).Location, path));
}
