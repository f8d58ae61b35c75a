namespace DataEngineer.Cli.Hosting;

/// <summary>A pipeline as it was named on the command line.</summary>
/// <param name="PipelinesFolder">Full path of the tree it is in: that of the path given, else that of --pipelines.</param>
internal sealed record PipelineName(string Customer, string Pipeline, string PipelinesFolder)
{
    public override string ToString() => $"{Customer}/{Pipeline}";

    /// <summary>Reads customer/pipeline, or the path of a pipeline's file from the current folder.</summary>
    /// <exception cref="CommandException">It is neither.</exception>
    public static PipelineName Parse(string text, Head head)
    {
        if (text.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || text.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase))
        {
            return OfFile(text, head);
        }

        var parts = text.TrimEnd('/').Split('/');
        return parts.Length == 2 && Array.TrueForAll(parts, part => part.Length > 0 && part is not ("." or ".."))
            ? new PipelineName(parts[0], parts[1], head.PipelinesFolder)
            : throw new CommandException(ExitCodes.Invalid, $"'{text}' does not name a pipeline; it is customer/pipeline, or the path of its .yml file.", head.Commands.Validate());
    }

    private static PipelineName OfFile(string text, Head head)
    {
        var path = new[] { Path.GetFullPath(text, head.CurrentFolder), Path.GetFullPath(text, head.PipelinesFolder) }.FirstOrDefault(File.Exists)
            ?? throw new CommandException(ExitCodes.Invalid, $"There is no file '{text}' in {head.CurrentFolder} or {head.PipelinesFolder}.", head.Commands.Validate());
        var customer = Path.GetDirectoryName(path);
        var tree = Path.GetDirectoryName(customer);
        return customer is not null && tree is not null
            ? new PipelineName(Path.GetFileName(customer), Path.GetFileNameWithoutExtension(path), tree)
            : throw new CommandException(ExitCodes.Invalid, $"'{text}' is not in a customer's folder of a pipelines tree; it is <tree>/<customer>/<pipeline>.yml.");
    }
}
