namespace DataEngineer.Connectors.Files;

/// <summary>Files of the customer's own folder.</summary>
public sealed record FilesOptions
{
    /// <summary>The folder that paths are relative to, itself relative to the customer's folder; . for that folder. Default: data.</summary>
    public string Root { get; init; } = "data";
}
