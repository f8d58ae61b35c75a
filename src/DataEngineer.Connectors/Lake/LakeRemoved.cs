namespace DataEngineer.Connectors.Lake;

/// <summary>A file that is no longer part of its table but may still be read by who read an earlier manifest.</summary>
/// <param name="At">When it left the table.</param>
internal sealed record LakeRemoved(string Path, DateTimeOffset At);
