namespace DataEngineer.Definitions.Diagnostics;

/// <summary>One problem of a definition, for a person and for tools.</summary>
/// <param name="Code">DE####; never reused.</param>
/// <param name="File">As given to the command, or relative to the pipelines folder.</param>
/// <param name="Line">From 1; 0 where the problem has no place in the file.</param>
/// <param name="Column">From 1.</param>
/// <param name="Message">What, got, allowed.</param>
/// <param name="Fix">What to write instead, or null.</param>
public sealed record Diagnostic(string Code, DiagnosticSeverity Severity, string File, int Line, int Column, string Message, string? Fix = null)
{
    /// <summary>file(line,column): code: message fix</summary>
    public override string ToString()
    {
        var place = Line > 0 ? $"{File}({Line},{Column})" : File;
        return Fix is null ? $"{place}: {Code}: {Message}" : $"{place}: {Code}: {Message} {Fix}";
    }
}
