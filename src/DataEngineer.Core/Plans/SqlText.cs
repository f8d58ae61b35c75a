namespace DataEngineer.Plans;

/// <summary>SQL and where it was written, so that an error can be shown there.</summary>
/// <param name="File">The .sql file or the pipeline's YAML, relative to the customer's folder.</param>
/// <param name="Line">The line of the file on which the text begins.</param>
/// <param name="Column">The column on which each line of the text begins: 1 in a .sql file, the indentation plus one in a YAML block.</param>
public sealed record SqlText(string Text, string File, int Line, int Column);
