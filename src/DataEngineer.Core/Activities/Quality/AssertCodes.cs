namespace DataEngineer.Activities.Quality;

/// <summary>The codes of what an assert step fails with.</summary>
internal static class AssertCodes
{
    /// <summary>An assertion that blocks is beyond its error_if.</summary>
    public const string NotHeld = "DE0701";

    /// <summary>A column is not there.</summary>
    public const string UnknownColumn = "DE0702";

    /// <summary>A value or bound does not fit its column's type.</summary>
    public const string ValueDoesNotFit = "DE0703";

    /// <summary>The check cannot judge columns of this type.</summary>
    public const string ColumnNotJudged = "DE0704";

    /// <summary>A regular expression is not one.</summary>
    public const string BadPattern = "DE0705";

    /// <summary>on_failure quarantine cannot be done for the assertion.</summary>
    public const string CannotQuarantine = "DE0706";

    /// <summary>A dataset is not among the step's inputs.</summary>
    public const string UnknownDataset = "DE0707";

    /// <summary>Rows kept and rows set aside are not the rows read.</summary>
    public const string Unbalanced = "DE0708";
}
