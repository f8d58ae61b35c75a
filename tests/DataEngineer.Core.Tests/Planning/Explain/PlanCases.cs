using DataEngineer.Planning.Explain;
using DataEngineer.Plans;
using DataEngineer.Testing;

namespace DataEngineer.Core.Tests.Planning.Explain;

/// <summary>
/// Plans as people see them, recorded: <c>Cases/Plans/NAME/{pipeline.yml, sql/*.sql, expected.txt, expected.mmd}</c>.
/// </summary>
public sealed class PlanCases
{
    private const string Cases = "tests/DataEngineer.Core.Tests/Cases/Plans";

    public static TheoryData<string> Names => [.. Directory.GetDirectories(Folder()).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Plan_AsTextAndDiagram_IsAsRecorded(string name)
    {
        var folder = Path.Combine(Folder(), name);
        var plan = await PlanAsync(folder);

        Assert.Null(GeneratedFile.Problem($"{Cases}/{name}/expected.txt", PlanText.Write(plan)));
        Assert.Null(GeneratedFile.Problem($"{Cases}/{name}/expected.mmd", PlanDiagram.Write(plan)));
        Assert.All(PlanText.Write(plan).Split('\n'), line => Assert.True(line.Length <= 100, line));
    }

    private static async Task<RunPlan> PlanAsync(string folder)
    {
        var texts = Directory.GetFiles(folder, "*.sql", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file)))
            .ToArray();
        using var bench = new PlanBench();
        return await bench.PlanAsync(await File.ReadAllTextAsync(Path.Combine(folder, "pipeline.yml"), TestContext.Current.CancellationToken), texts);
    }

    private static string Folder() => Path.Combine(GeneratedFile.Repository(), Cases);
}
