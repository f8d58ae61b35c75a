namespace DataEngineer.Runs;

/// <summary>Where a run's files are in its customer's store.</summary>
public static class RunPaths
{
    /// <summary>The folder of everything a run keeps but its record and its staged data.</summary>
    public static string Root(string run) => $"runs/{run}";

    /// <summary>The plan.</summary>
    public static string Plan(string run) => $"runs/{run}/plan.json";

    /// <summary>The run record; all of them stand together, so that runs are listed without listing their data.</summary>
    public static string Record(string run) => $"{RecordPrefix}{run}.json";

    /// <summary>A definition file as it was when the run was planned.</summary>
    public static string Definition(string run, string path) => $"runs/{run}/definitions/{path}";

    /// <summary>Below it stand the records of all runs.</summary>
    public const string RecordPrefix = "records/";

    /// <summary>Below it stands the staged data of all runs, in a folder each.</summary>
    public const string StagedPrefix = "staged/";

    /// <summary>A dataset staged by one delivery of a step.</summary>
    public static string Staged(string run, string step, string dataset, string fencingToken) => $"{StagedPrefix}{run}/{dataset}.{step}.{fencingToken}.parquet";

    /// <summary>The run that a staged path belongs to.</summary>
    public static string RunOfStaged(string path) => path[StagedPrefix.Length..].Split('/')[0];

    /// <summary>Rows set aside by one delivery of a step.</summary>
    public static string Quarantine(string run, string step, string name, string fencingToken) => $"runs/{run}/quarantine/{name}.{step}.{fencingToken}.parquet";

    /// <summary>A sample of the rows that failed an assertion.</summary>
    public static string Sample(string run, string assertion, string fencingToken) => $"runs/{run}/samples/{assertion}.{fencingToken}.parquet";
}
