using DataEngineer.Plans;

namespace DataEngineer.Orchestration;

/// <summary>The names under which activities are registered on every host.</summary>
public static class ActivityNames
{
    /// <summary>Reads the definitions, makes the plan and stores it with the run.</summary>
    public const string PlanRun = "PlanRun";

    /// <summary>Reads a source into a staged dataset.</summary>
    public const string Extract = "Extract";

    /// <summary>Runs SQL over staged datasets.</summary>
    public const string Transform = "Transform";

    /// <summary>Judges a dataset.</summary>
    public const string Assert = "Assert";

    /// <summary>Loads a dataset into a target.</summary>
    public const string Load = "Load";

    /// <summary>Writes the run's record and clears what it no longer needs.</summary>
    public const string FinishRun = "FinishRun";

    /// <summary>The activity that does a step.</summary>
    public static string Of(Step step) => step switch
    {
        ExtractStep => Extract,
        TransformStep => Transform,
        AssertStep => Assert,
        LoadStep => Load,
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.GetType().Name, "Not a kind of step."),
    };
}
