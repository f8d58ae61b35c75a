namespace DataEngineer.Definitions.Diagnostics;

/// <summary>Whether a problem stops a run.</summary>
public enum DiagnosticSeverity
{
    /// <summary>It does not.</summary>
    Warning,

    /// <summary>It does.</summary>
    Error,
}
