using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Model;
using DataEngineer.Definitions.Tree;

namespace DataEngineer.Planning;

/// <summary>Collects what stands against a plan, with its place in the pipeline's file.</summary>
internal sealed class PlanProblems(Document<PipelineDefinition> pipeline, IEnumerable<Diagnostic> known)
{
    private readonly List<Diagnostic> _found = [.. known];

    public IReadOnlyList<Diagnostic> Found => _found;

    public bool HasErrors => _found.Exists(problem => problem.Severity == DiagnosticSeverity.Error);

    public void Error(string code, string path, string message, string? fix = null)
    {
        var place = pipeline.Positions.ValueAt(path);
        _found.Add(new Diagnostic(code, DiagnosticSeverity.Error, pipeline.File, place.Line, place.Column, message, fix));
    }
}
