using DataEngineer.Activities;

namespace DataEngineer.Testing;

/// <summary>Keeps what was reported, in order.</summary>
public sealed class RecordedProgress : IProgress<StepProgress>
{
    public List<StepProgress> Reports { get; } = [];

    public void Report(StepProgress value) => Reports.Add(value);
}
