using DataEngineer.Definitions.Naming;
using DataEngineer.Failures;
using DataEngineer.Plans;
using DataEngineer.Runs;

namespace DataEngineer.Activities.Quality;

/// <summary>What one assertion is compiled in.</summary>
/// <param name="Index">Its place in the step, from 0; makes the names of its tables its own.</param>
/// <param name="Reference">The moment that freshness is measured at.</param>
internal sealed record RuleScope(
    PlannedAssertion Assertion,
    int Index,
    AssertSession Session,
    IReadOnlyDictionary<string, DatasetRef> Inputs,
    DateTimeOffset Reference)
{
    /// <summary>The judged dataset's column of this name, whatever its case, or a failure that lists the columns.</summary>
    public Column Column(string name) => ColumnOf(Session.Dataset, name);

    /// <summary>A column of another dataset.</summary>
    public Column ColumnOf(DatasetRef dataset, string name) =>
        dataset.Columns.FirstOrDefault(column => column.Name == name)
        ?? dataset.Columns.FirstOrDefault(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw Problem(
            AssertCodes.UnknownColumn,
            FailureClass.Schema,
            $"dataset '{dataset.Dataset}' has no column '{name}'. {Suggestion.For(name, dataset.Columns.Select(column => column.Name)) ?? $"It has {Listed(dataset.Columns.Select(column => column.Name))}."}");

    /// <summary>Another dataset that the step reads, or a failure that lists them.</summary>
    public DatasetRef Input(string name) =>
        Inputs.TryGetValue(name, out var dataset)
            ? dataset
            : throw Problem(
                AssertCodes.UnknownDataset,
                FailureClass.Definition,
                $"there is no dataset '{name}'. {Suggestion.For(name, Inputs.Keys) ?? $"The step reads {Listed(Inputs.Keys.Order(StringComparer.Ordinal))}."}");

    /// <summary>A failure that names the assertion and its place.</summary>
    public StepFailedException Problem(string code, FailureClass failureClass, string what, string? next = null) =>
        StepFailedException.Terminal(code, failureClass, $"{Assertion.File}({Assertion.Line}): assertion '{Assertion.Name}': {what}", next);

    private static string Listed(IEnumerable<string> names)
    {
        string[] all = [.. names];
        return all.Length <= 20 ? string.Join(", ", all) : $"{string.Join(", ", all.Take(20))} and {all.Length - 20} more";
    }
}
