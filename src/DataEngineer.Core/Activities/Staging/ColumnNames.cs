using DataEngineer.Failures;

namespace DataEngineer.Activities.Staging;

/// <summary>The rule for the columns of a dataset: each has a name, and no two differ by case only.</summary>
internal static class ColumnNames
{
    public static void Check(IEnumerable<string> names, string what)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var position = 0;
        foreach (var name in names)
        {
            position++;
            if (string.IsNullOrWhiteSpace(name))
            {
                throw StepFailedException.Terminal("DE0615", FailureClass.Schema, $"{what}: column {position} has no name.", "Give each column a name, for example with AS.");
            }

            if (!seen.Add(name))
            {
                throw StepFailedException.Terminal("DE0616", FailureClass.Schema, $"{what}: column \"{name}\" is there twice (upper and lower case are one).", "Rename one of them, for example with AS.");
            }
        }
    }
}
