using System.Text.RegularExpressions;

namespace DataEngineer.Shape.Tests;

public sealed partial class StyleTests
{
    [Fact]
    public void Sources_HaveNoUnfinishedOrSuppressedPlaces() =>
        Assert.Empty(Offences("src", Unfinished()));

    [Fact]
    public void Tests_HaveNoUnfinishedOrSuppressedPlaces() =>
        Assert.Empty(Offences("tests", Unfinished()).Where(line => !line.Contains("/StyleTests.cs", StringComparison.Ordinal)));

    [Fact]
    public void Sources_HaveOneTypeAFile()
    {
        var crowded = Repository.SourceFiles("src")
            .Select(file => (file.Path, Types: file.Lines.Count(line => TopLevelType().IsMatch(line))))
            .Where(file => file.Types > 1)
            .Select(file => $"{file.Path}: {file.Types} types");
        Assert.Empty(crowded);
    }

    [Fact]
    public void Sources_AreNamedAfterWhatTheyAre() =>
        Assert.Empty(Repository.SourceFiles("src").Select(file => file.Path).Where(path => VagueName().IsMatch(path)));

    private static IEnumerable<string> Offences(string folder, Regex pattern) =>
        from file in Repository.SourceFiles(folder)
        from line in file.Lines.Select((text, index) => (Text: text, Number: index + 1))
        where pattern.IsMatch(line.Text)
        select $"{file.Path}({line.Number}): {line.Text.Trim()}";

    [GeneratedRegex(@"\b(TODO|FIXME|HACK)\b|#pragma|#region|NotImplementedException|Thread\.Sleep|ConfigureAwait|SuppressMessage|Skip\s*=\s*""")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"^(public|internal)\s.*\b(class|struct|interface|enum|record)\s+\w+")]
    private static partial Regex TopLevelType();

    [GeneratedRegex(@"(Manager|Helper|Helpers|Utils|Util|Base|Common|Misc)\.cs$")]
    private static partial Regex VagueName();
}
