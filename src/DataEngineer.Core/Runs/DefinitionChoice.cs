namespace DataEngineer.Runs;

/// <summary>Whose definitions a retry runs with.</summary>
public enum DefinitionChoice
{
    /// <summary>Those of the run being retried.</summary>
    Original,

    /// <summary>Those of the pipelines tree as it is now; steps whose plan changed, and all after them, run again.</summary>
    Latest,
}
