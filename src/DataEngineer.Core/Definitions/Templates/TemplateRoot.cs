namespace DataEngineer.Definitions.Templates;

/// <summary>What a template's value comes from.</summary>
public enum TemplateRoot
{
    /// <summary>interval.start and interval.end.</summary>
    Interval,

    /// <summary>variables.NAME.</summary>
    Variables,

    /// <summary>run.id.</summary>
    Run,

    /// <summary>secrets.NAME.</summary>
    Secrets,
}
