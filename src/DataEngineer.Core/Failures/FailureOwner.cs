namespace DataEngineer.Failures;

/// <summary>The roles that failures are handed to.</summary>
public enum FailureOwner
{
    /// <summary>Answers for contracts and schemas.</summary>
    DataArchitect,

    /// <summary>Answers for business rules and the quality of data.</summary>
    DataAnalyst,

    /// <summary>Answers for machines, networks, rights and limits.</summary>
    Devops,

    /// <summary>Answers for the rest of daily operation.</summary>
    Support,
}
