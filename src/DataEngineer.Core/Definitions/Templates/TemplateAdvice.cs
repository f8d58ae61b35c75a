namespace DataEngineer.Definitions.Templates;

/// <summary>Says what to write in SQL instead of a template.</summary>
internal static class TemplateAdvice
{
    public static string ForSql(string text) => text switch
    {
        _ when text.Contains("ref(", StringComparison.Ordinal) || text.Contains("source(", StringComparison.Ordinal) => "Name the dataset itself: from orders.",
        _ when text.Contains("{%", StringComparison.Ordinal) => "SQL is run as it is written; use its own expressions.",
        _ => "In SQL values are bound parameters: $interval_start, $interval_end, or a variable's name as in $region.",
    };
}
