using DataEngineer.EndToEnd.Tests.Processes;

namespace DataEngineer.EndToEnd.Tests.Cases;

/// <summary>The files of expected rows.</summary>
internal static class Expected
{
    public static string Read(string name) =>
        File.ReadAllText(Path.Combine(Workspace.Sources, "tests", "DataEngineer.EndToEnd.Tests", "Cases", name)).ReplaceLineEndings("\n");
}
