using DataEngineer.Activities;

namespace DataEngineer.Testing;

/// <summary>Keeps what was reported, in order, from any thread.</summary>
public sealed class RecordedProgress : IProgress<StepProgress>
{
    private readonly Lock _gate = new();
    private readonly List<StepProgress> _reports = [];

    public IReadOnlyList<StepProgress> Reports
    {
        get
        {
            lock (_gate)
            {
                return [.. _reports];
            }
        }
    }

    public void Report(StepProgress value)
    {
        lock (_gate)
        {
            _reports.Add(value);
        }
    }
}
