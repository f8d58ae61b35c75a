namespace DataEngineer.Definitions.Diagnostics;

/// <summary>
/// The codes of problems found while queries are read, the graph is drawn and a run is planned. Some of them validation finds before,
/// under its own codes; planning then has nothing to say.
/// </summary>
public static class PlanningCodes
{
    /// <summary>A query is not SQL that the engine can parse.</summary>
    public const string SqlSyntax = "DE0401";

    /// <summary>A query's text holds no statement, or several.</summary>
    public const string NotOneStatement = "DE0402";

    /// <summary>A query is a statement other than SELECT.</summary>
    public const string NotASelect = "DE0403";

    /// <summary>A query calls a table function that reads something other than datasets; data enters by extract.</summary>
    public const string TableFunction = "DE0404";

    /// <summary>A query names a file where a dataset belongs; data enters by extract.</summary>
    public const string FileAsTable = "DE0405";

    /// <summary>A query names a table with a schema or database; datasets have none.</summary>
    public const string QualifiedTable = "DE0406";

    /// <summary>A query reads a table that is no dataset of its pipeline.</summary>
    public const string UnknownTable = "DE0407";

    /// <summary>A query has a parameter without a name (? or $1).</summary>
    public const string PositionalParameter = "DE0408";

    /// <summary>A query has a parameter that is neither a variable nor a bound of the interval.</summary>
    public const string UnknownParameter = "DE0409";

    /// <summary>A query or template asks for the interval in a pipeline without a schedule.</summary>
    public const string NoInterval = "DE0410";

    /// <summary>A .sql file is not there.</summary>
    public const string SqlFileMissing = "DE0411";

    /// <summary>The engine cannot tell what a query reads, and depends_on does not say it.</summary>
    public const string InputsUnknown = "DE0412";

    /// <summary>depends_on, an assertion or a load names a dataset that the pipeline does not make.</summary>
    public const string UnknownDataset = "DE0413";

    /// <summary>Steps wait for one another in a circle.</summary>
    public const string Cycle = "DE0414";

    /// <summary>An extract and a transform make a dataset of the same name.</summary>
    public const string DatasetMadeTwice = "DE0415";

    /// <summary>An sql assertion does not say which dataset it judges, and its query does not read exactly one.</summary>
    public const string SubjectUnknown = "DE0416";

    /// <summary>A dataset with materialize: false is used by something that needs it staged, or by nothing.</summary>
    public const string CannotInline = "DE0417";

    /// <summary>Two assertions have the same name.</summary>
    public const string AssertionNamedTwice = "DE0418";

    /// <summary>A variable has a name that the interval's bounds have.</summary>
    public const string ReservedVariable = "DE0419";

    /// <summary>A run was given a variable that its pipeline does not have.</summary>
    public const string UnknownVariable = "DE0420";

    /// <summary>A run was not given a variable that has no default.</summary>
    public const string MissingVariable = "DE0421";

    /// <summary>A variable's value is not what its definition allows.</summary>
    public const string WrongVariable = "DE0422";

    /// <summary>A pipeline is not there.</summary>
    public const string UnknownPipeline = "DE0430";

    /// <summary>A step uses a connection that its customer does not have, or one of a type that nothing here can open.</summary>
    public const string UnknownConnection = "DE0431";

    /// <summary>A run was given an interval and has no schedule, or has a schedule and was given none.</summary>
    public const string IntervalNeeded = "DE0432";

    /// <summary>A template cannot be rendered.</summary>
    public const string Template = "DE0433";

    /// <summary>A schedule's cron expression or time zone cannot be read.</summary>
    public const string Schedule = "DE0440";

    /// <summary>A text is no interval of the schedule.</summary>
    public const string IntervalText = "DE0441";
}
