namespace DataEngineer.Definitions.Tree;

/// <summary>Where a key and its value begin; for list items and the top both are the value's place.</summary>
/// <param name="BlockText">Where the value is a block scalar (| or &gt;): the place of its first character of text; else null.</param>
public sealed record SourceSpot(SourcePosition Key, SourcePosition Value, SourcePosition? BlockText = null);
