using DataEngineer.Definitions.Tree;

namespace DataEngineer.Definitions.Diagnostics;

/// <summary>Collects the problems of one file, up to a number that a person could still read.</summary>
internal sealed class Problems(string file)
{
    /// <summary>Problems kept of one file; a hostile file could have one a byte.</summary>
    public const int Limit = 100;

    private readonly List<Diagnostic> _found = [];

    public IReadOnlyList<Diagnostic> Found => _found;

    public bool HasErrors => _found.Exists(problem => problem.Severity == DiagnosticSeverity.Error);

    public void Error(string code, SourcePosition place, string message, string? fix = null)
    {
        if (_found.Count < Limit)
        {
            _found.Add(new Diagnostic(code, DiagnosticSeverity.Error, file, place.Line, place.Column, Shown.Line(message), fix is null ? null : Shown.Line(fix)));
        }
        else if (_found.Count == Limit)
        {
            _found.Add(new Diagnostic(DiagnosticCodes.MoreProblems, DiagnosticSeverity.Error, file, place.Line, place.Column,
                $"the file has more problems; the first {Limit} are shown.", "Solve these and validate again."));
        }
    }
}
