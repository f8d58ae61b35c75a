namespace DataEngineer.Definitions.Tree;

/// <summary>A place in a text file; both from 1.</summary>
public readonly record struct SourcePosition(int Line, int Column);
