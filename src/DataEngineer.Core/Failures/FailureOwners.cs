namespace DataEngineer.Failures;

/// <summary>Who answers for a failure, by its class.</summary>
public static class FailureOwners
{
    /// <summary>The role that a failure of this class is handed to.</summary>
    public static FailureOwner Of(FailureClass failureClass) => failureClass switch
    {
        FailureClass.Contract or FailureClass.Schema => FailureOwner.DataArchitect,
        FailureClass.BusinessRule or FailureClass.Quality => FailureOwner.DataAnalyst,
        FailureClass.Infrastructure or FailureClass.Permission or FailureClass.Quota => FailureOwner.Devops,
        FailureClass.Definition or FailureClass.MissingData or FailureClass.Cancelled or FailureClass.Internal => FailureOwner.Support,
        _ => throw new ArgumentOutOfRangeException(nameof(failureClass), failureClass, "Not a failure class."),
    };
}
