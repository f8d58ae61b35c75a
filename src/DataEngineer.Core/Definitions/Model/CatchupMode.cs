namespace DataEngineer.Definitions.Model;

/// <summary>What happens to intervals that passed while nothing ran.</summary>
public enum CatchupMode
{
    /// <summary>They are left out.</summary>
    None,

    /// <summary>Only the newest runs.</summary>
    Latest,

    /// <summary>All run, oldest first.</summary>
    All,
}
