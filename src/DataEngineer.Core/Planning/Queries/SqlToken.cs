namespace DataEngineer.Planning.Queries;

/// <summary>One word or sign of SQL that matters here; texts, numbers and comments do not.</summary>
/// <param name="Text">A word in upper case, a parameter's name in lower case, or the sign.</param>
/// <param name="Index">Where it begins.</param>
/// <param name="Depth">Open brackets around it.</param>
internal readonly record struct SqlToken(SqlTokenKind Kind, string Text, int Index, int Depth);
