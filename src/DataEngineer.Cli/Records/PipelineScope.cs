namespace DataEngineer.Cli.Records;

/// <summary>A customer or one of its pipelines; both null for everything.</summary>
internal sealed record PipelineScope(string? Customer, string? Pipeline)
{
    /// <summary>Reads customer/pipeline, customer, or nothing.</summary>
    public static PipelineScope Parse(string? text)
    {
        var parts = text?.Trim('/').Split('/', 2) ?? [];
        return new PipelineScope(parts.Length > 0 && parts[0].Length > 0 ? parts[0] : null, parts.Length > 1 ? parts[1] : null);
    }
}
