namespace DataEngineer.Store;

/// <summary>What must be so for a write to happen.</summary>
/// <param name="IfMatch">The ETag that must still hold, or null.</param>
/// <param name="IfAbsent">True where nothing may be there yet.</param>
public sealed record BlobCondition(string? IfMatch, bool IfAbsent)
{
    /// <summary>Writes whatever is there.</summary>
    public static BlobCondition None { get; } = new(null, IfAbsent: false);

    /// <summary>Writes only where nothing is.</summary>
    public static BlobCondition Absent { get; } = new(null, IfAbsent: true);

    /// <summary>Writes only over the version read.</summary>
    public static BlobCondition Match(string etag) => new(etag, IfAbsent: false);
}
