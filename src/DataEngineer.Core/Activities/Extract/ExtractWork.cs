using DataEngineer.Engine;
using DataEngineer.Plans;

namespace DataEngineer.Activities.Extract;

/// <summary>What the parts of one extract share.</summary>
/// <param name="Types">The declared columns with the engine's own spelling of their types.</param>
internal sealed record ExtractWork(
    DuckSession Session,
    ExtractStep Step,
    IReadOnlyList<SourceFile> Files,
    IReadOnlyDictionary<string, string> Types,
    string TempDirectory,
    CancellationToken CancellationToken)
{
    /// <summary>The beginning of a sentence about it.</summary>
    public string What => $"Extract '{Step.Dataset}'";
}
