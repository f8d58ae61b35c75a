using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Naming;

namespace DataEngineer.Validation;

/// <summary>Lists and words for messages.</summary>
internal static class Words
{
    private const int Most = 20;

    /// <summary>A value of an enum as the language writes it.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => SnakeCase.Of(value.ToString());

    /// <summary>append, replace, merge: in the language's order.</summary>
    public static string List<T>(IEnumerable<T> values)
        where T : struct, Enum => string.Join(", ", values.Order().Select(Of));

    /// <summary>a, b, c; or none. A long list is cut.</summary>
    public static string OrNone(IEnumerable<string> names)
    {
        var shown = names.Take(Most + 1).Select(Shown.Text).ToList();
        return shown.Count switch
        {
            0 => "none",
            > Most => string.Join(", ", shown.Take(Most)) + " and more",
            _ => string.Join(", ", shown),
        };
    }

    /// <summary>a, b or c.</summary>
    public static string Or(IEnumerable<string> names) => string.Join(" or ", names.Order(StringComparer.Ordinal));
}
