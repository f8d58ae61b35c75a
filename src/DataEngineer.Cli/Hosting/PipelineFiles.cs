using DataEngineer.Definitions.Naming;

namespace DataEngineer.Cli.Hosting;

/// <summary>Which pipelines a tree has, by the names of its files alone.</summary>
internal static class PipelineFiles
{
    /// <exception cref="CommandException">The tree, the customer or the pipeline is not there.</exception>
    public static void Require(PipelineName name, Head head)
    {
        if (!Directory.Exists(name.PipelinesFolder))
        {
            throw Head.NoPipelines(head.Shorten(name.PipelinesFolder));
        }

        if (!File.Exists(Path.Combine(name.PipelinesFolder, name.Customer, name.Pipeline + ".yml")))
        {
            var known = All(name.PipelinesFolder);
            var suggestion = Suggestion.For(name.ToString(), known);
            var has = suggestion is not null ? " " + suggestion : known.Count == 0 ? " It has none." : $" It has {string.Join(", ", known.Take(20))}{(known.Count > 20 ? " and more" : "")}.";
            throw new CommandException(ExitCodes.Invalid, $"{head.Shorten(name.PipelinesFolder)} has no pipeline '{name}'.{has}");
        }
    }

    private static List<string> All(string tree) =>
    [
        .. new DirectoryInfo(tree).EnumerateDirectories()
            .SelectMany(customer => customer.EnumerateFiles("*.yml"), (customer, file) => $"{customer.Name}/{Path.GetFileNameWithoutExtension(file.Name)}")
            .Where(name => !name.EndsWith("/customer", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];
}
