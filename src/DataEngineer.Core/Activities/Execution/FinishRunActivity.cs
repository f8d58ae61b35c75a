using DataEngineer.Runs;

namespace DataEngineer.Activities.Execution;

/// <summary>Ends a run: writes its record, and deletes staged data that nothing needs any more. Doing it again changes nothing.</summary>
internal sealed class FinishRunActivity(RuntimeServices services)
{
    public async Task<RunRecord> RunAsync(RunFinish finish, CancellationToken cancellationToken)
    {
        var store = services.Stores.Open(finish.Request.Run.Customer);
        var request = finish.Request;
        var record = new RunRecord(
            request.Run,
            finish.Failure is null ? RunRecord.StatusOf(finish.Steps) : RunStatus.Failed,
            request.Trigger,
            request.Interval,
            request.Variables,
            finish.PlanHash,
            request.RetryOf,
            finish.StartedAt,
            services.Time.GetUtcNow(),
            finish.Steps,
            finish.Failure);
        await RecordStore.WriteAsync(store, record, cancellationToken);
        await StagedRetention.CleanAsync(store, record, cancellationToken);
        return record;
    }
}
