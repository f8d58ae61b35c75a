using DataEngineer.Cli.Hosting;

namespace DataEngineer.Cli.Checks;

/// <summary>What one PATH of validate names.</summary>
/// <param name="Tree">Full path of the pipelines tree.</param>
/// <param name="Customer">A customer's folder in it; null for all.</param>
/// <param name="File">A file relative to the tree; null for all of the customer's.</param>
internal sealed record CheckTarget(string Tree, string? Customer, string? File)
{
    private const string CustomerFile = "customer.yml";

    /// <summary>Reads the path of a tree, a customer's folder or a file in one, or customer or customer/pipeline by name.</summary>
    /// <exception cref="CommandException">There is no such thing.</exception>
    public static CheckTarget Parse(string text, Head head)
    {
        var named = Path.Combine(head.PipelinesFolder, text);
        foreach (var path in new[] { Path.GetFullPath(text, head.CurrentFolder), named, named + ".yml" })
        {
            if (Directory.Exists(path))
            {
                return OfFolder(Path.TrimEndingDirectorySeparator(path), head);
            }

            if (System.IO.File.Exists(path))
            {
                return OfFile(path);
            }
        }

        throw new CommandException(
            ExitCodes.Invalid, $"There is nothing at '{text}', in {head.CurrentFolder} or in {head.Shorten(head.PipelinesFolder)}; a PATH is a pipelines folder, a customer's folder or a file.");
    }

    private static CheckTarget OfFolder(string path, Head head)
    {
        var isCustomer = System.IO.File.Exists(Path.Combine(path, CustomerFile)) || Path.GetDirectoryName(path) == Path.TrimEndingDirectorySeparator(head.PipelinesFolder);
        return isCustomer
            ? new CheckTarget(Path.GetDirectoryName(path)!, Path.GetFileName(path), null)
            : new CheckTarget(path, null, null);
    }

    private static CheckTarget OfFile(string path)
    {
        for (var folder = Path.GetDirectoryName(path); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (System.IO.File.Exists(Path.Combine(folder, CustomerFile)) && Path.GetDirectoryName(folder) is { } tree)
            {
                return new CheckTarget(tree, Path.GetFileName(folder), Path.GetRelativePath(tree, path).Replace(Path.DirectorySeparatorChar, '/'));
            }
        }

        throw new CommandException(ExitCodes.Invalid, $"'{path}' is in no customer's folder: none of the folders above it has a {CustomerFile}.");
    }
}
