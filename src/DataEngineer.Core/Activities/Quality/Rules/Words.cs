namespace DataEngineer.Activities.Quality.Rules;

/// <summary>Names as they stand in sentences.</summary>
internal static class Words
{
    /// <summary>'a', 'b' or 'c'.</summary>
    public static string AnyOf(IReadOnlyList<string> names) => Join(names, "or");

    /// <summary>'a', 'b' and 'c'.</summary>
    public static string AllOf(IReadOnlyList<string> names) => Join(names, "and");

    private static string Join(IReadOnlyList<string> names, string last) => names.Count switch
    {
        1 => $"'{names[0]}'",
        _ => $"{string.Join(", ", names.SkipLast(1).Select(name => $"'{name}'"))} {last} '{names[^1]}'",
    };
}
