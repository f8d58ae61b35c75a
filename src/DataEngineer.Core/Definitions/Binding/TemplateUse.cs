namespace DataEngineer.Definitions.Binding;

/// <summary>What the templates of a place may stand for.</summary>
internal enum TemplateUse
{
    /// <summary>There may be none.</summary>
    None,

    /// <summary>The interval, variables and the run.</summary>
    Values,

    /// <summary>Secrets.</summary>
    Secrets,

    /// <summary>Nothing: they were rendered, and what looks like one is text.</summary>
    Rendered,
}
