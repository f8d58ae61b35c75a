using DataEngineer.Definitions.Diagnostics;

namespace DataEngineer.Validation;

/// <summary>One breach of a rule.</summary>
/// <param name="Path">Where, as the source map names it; where the key is not given, its nearest parent that is.</param>
/// <param name="Message">What, got, allowed.</param>
/// <param name="Fix">What to write instead, or null.</param>
/// <param name="AtKey">True where the key is to be shown and not its value.</param>
/// <param name="In">A place in another file, which is shown instead of the path's.</param>
internal sealed record Finding(string Path, string Message, string? Fix = null, bool AtKey = false, FilePlace? In = null)
{
    public DiagnosticSeverity Severity { get; init; } = DiagnosticSeverity.Error;
}
