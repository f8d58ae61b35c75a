using System.Runtime.CompilerServices;
using DataEngineer.Planning.Explain;
using DataEngineer.Plans;
using DataEngineer.Testing;

namespace DataEngineer.Core.Tests.Planning.Explain;

/// <summary>
/// Plans as people see them, recorded: <c>Cases/Plans/NAME/{pipeline.yml, sql/*.sql, expected.txt, expected.mmd}</c>. With the environment
/// variable RECORD_CASES=1 the expected files are written anew, to be read before they are committed.
/// </summary>
public sealed class PlanCases
{
    public static TheoryData<string> Names => [.. Directory.GetDirectories(Folder()).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Plan_AsTextAndDiagram_IsAsRecorded(string name)
    {
        var folder = Path.Combine(Folder(), name);
        var plan = await PlanAsync(folder);

        await CompareAsync(Path.Combine(folder, "expected.txt"), PlanText.Write(plan));
        await CompareAsync(Path.Combine(folder, "expected.mmd"), PlanDiagram.Write(plan));
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

    private static async Task CompareAsync(string file, string actual)
    {
        if (Environment.GetEnvironmentVariable("RECORD_CASES") == "1")
        {
            await File.WriteAllTextAsync(file, actual, TestContext.Current.CancellationToken);
        }

        Assert.Equal(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), actual);
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "Cases", "Plans"));
}
