using System.Xml.Linq;

namespace DataEngineer.Shape.Tests;

public sealed class ProjectTests
{
    public static TheoryData<string, string[]> Allowed => new()
    {
        { "DataEngineer.Core", [] },
        { "DataEngineer.Connectors", ["DataEngineer.Core"] },
        { "DataEngineer.Azure", ["DataEngineer.Core"] },
        { "DataEngineer.Api", ["DataEngineer.Core"] },
        { "DataEngineer.Embedded", ["DataEngineer.Core", "DataEngineer.Api"] },
        { "DataEngineer.Cli", ["DataEngineer.Core", "DataEngineer.Connectors", "DataEngineer.Azure", "DataEngineer.Api", "DataEngineer.Embedded"] },
        { "DataEngineer.Functions", ["DataEngineer.Core", "DataEngineer.Connectors", "DataEngineer.Azure", "DataEngineer.Api"] },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void Project_ReferencesOnlyWhatItMay(string project, string[] allowed) =>
        Assert.Empty(Includes(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)).Except(allowed));

    [Fact]
    public void Core_ReferencesNoCloudWebOrForeignDriver()
    {
        var packages = Includes("DataEngineer.Core", "PackageReference").Order(StringComparer.Ordinal);
        Assert.Equal(["Cronos", "DuckDB.NET.Data.Full", "Microsoft.Extensions.Logging.Abstractions", "NodaTime", "YamlDotNet"], packages);
    }

    [Fact]
    public void Projects_NameNoVersions() =>
        Assert.Empty(Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
            .Where(path => XDocument.Load(path).Descendants("PackageReference").Any(package => package.Attribute("Version") is not null)));

    private static IEnumerable<string> Includes(string project, string element) =>
        XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"))
            .Descendants(element)
            .Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'));
}
