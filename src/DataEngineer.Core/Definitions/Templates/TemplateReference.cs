namespace DataEngineer.Definitions.Templates;

/// <summary>One {{ }} of a template.</summary>
/// <param name="Name">start, end, id, or a variable's or secret's name.</param>
/// <param name="DateFormat">The .NET custom format of the date filter, rendered with the invariant culture; or null.</param>
public sealed record TemplateReference(TemplateRoot Root, string Name, string? DateFormat = null)
{
    /// <summary>As it is written, without the filter: interval.start.</summary>
    public override string ToString() => Root switch
    {
        TemplateRoot.Interval => $"interval.{Name}",
        TemplateRoot.Variables => $"variables.{Name}",
        TemplateRoot.Run => $"run.{Name}",
        TemplateRoot.Secrets => $"secrets.{Name}",
        _ => throw new InvalidOperationException($"Unknown template root {Root}."),
    };
}
