namespace DataEngineer.Definitions.Model;

/// <summary>What happens when an error-severity assertion does not hold.</summary>
public enum FailureAction
{
    /// <summary>No load of the dataset starts, and the run fails.</summary>
    Block,

    /// <summary>The failing rows are set aside, and what reads or loads the dataset gets the others.</summary>
    Quarantine,

    /// <summary>It is reported as failed, and loads go on; the run is a partial success.</summary>
    Continue,
}
