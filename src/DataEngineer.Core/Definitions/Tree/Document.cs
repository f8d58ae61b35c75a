namespace DataEngineer.Definitions.Tree;

/// <summary>A YAML file bound to its model.</summary>
/// <param name="File">Path relative to the pipelines folder, for messages.</param>
/// <param name="Text">The file as it was read.</param>
/// <param name="Model">What it says.</param>
/// <param name="Positions">Where it says it.</param>
public sealed record Document<T>(string File, string Text, T Model, SourceMap Positions);
