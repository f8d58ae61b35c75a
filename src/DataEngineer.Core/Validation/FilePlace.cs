using DataEngineer.Definitions.Tree;

namespace DataEngineer.Validation;

/// <summary>A place in a file, which is named relative to the pipelines folder.</summary>
internal sealed record FilePlace(string File, SourcePosition Position);
