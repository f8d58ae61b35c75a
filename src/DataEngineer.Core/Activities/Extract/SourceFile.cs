namespace DataEngineer.Activities.Extract;

/// <summary>One file to read, as plain UTF-8 text or Parquet on the local disk.</summary>
/// <param name="Path">What people call it: the path below the connection's root.</param>
/// <param name="LocalPath">Full path of the file or of its decoded copy.</param>
internal sealed record SourceFile(string Path, string LocalPath);
