namespace DataEngineer.Shape.Tests;

internal sealed record SourceFile(string Path, IReadOnlyList<string> Lines);
