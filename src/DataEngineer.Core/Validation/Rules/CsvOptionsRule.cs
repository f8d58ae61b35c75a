using DataEngineer.Definitions.Model;

namespace DataEngineer.Validation.Rules;

/// <summary>csv stands only on CSV files, and its values are ones that a CSV file can have.</summary>
internal sealed class CsvOptionsRule : IRule<PipelineScope>
{
    public string Code => "DE0225";

    public IEnumerable<Finding> Check(PipelineScope scope) =>
        from extract in scope.Pipeline.Extract
        let file = extract.Value.File
        where file is not null && scope.IsGiven($"extract.{extract.Key}.file.csv")
        from finding in Check(extract.Key, file)
        select finding;

    private static IEnumerable<Finding> Check(string name, FileDefinition file)
    {
        var path = $"extract.{name}.file.csv";
        if (FilePaths.FormatOf(file) is { } format && format != FileFormat.Csv)
        {
            yield return new Finding(path, $"extract '{name}' has csv settings for a file of format {Words.Of(format)}.", "Remove csv, or write 'format: csv'.", AtKey: true);
            yield break;
        }

        var csv = file.Csv;
        var problems = new (bool IsWrong, string Key, string Allowed)[]
        {
            (csv.Delimiter is { Length: 0 or > 4 }, "delimiter", "one to four characters"),
            (csv.Quote is { Length: > 1 }, "quote", "one character, or '' for none"),
            (csv.Escape is { Length: > 1 }, "escape", "one character, or '' for none"),
            (csv.Comment is { Length: not 1 }, "comment", "one character"),
            (csv.SkipRows < 0, "skip_rows", "0 and more"),
            (csv.DecimalSeparator is not ("." or ","), "decimal_separator", "'.' or ','"),
            (csv.Delimiter is not null && csv.Delimiter == csv.DecimalSeparator, "delimiter", "something else than the decimal separator"),
        };
        foreach (var (_, key, allowed) in problems.Where(problem => problem.IsWrong))
        {
            yield return new Finding($"{path}.{key}", $"extract '{name}' has a csv.{key} that cannot be; allowed is {allowed}.");
        }
    }
}
