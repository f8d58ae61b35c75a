using DataEngineer.Activities;
using DataEngineer.Activities.Load;
using DataEngineer.Connections;
using DataEngineer.Definitions.Model;
using DataEngineer.Definitions.Values;
using DataEngineer.Failures;
using DataEngineer.Plans;
using DataEngineer.Runs;
using DataEngineer.Store;
using DataEngineer.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace DataEngineer.Core.Tests.Activities.Load;

public sealed class LoadActivityTests : IDisposable
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 1, 6, 0, 0, TimeSpan.Zero);

    private static readonly RunInterval s_interval = new(s_now.AddDays(-1), s_now, "UTC");

    private static readonly DatasetRef s_dataset = new("orders", "runs/x/staged/orders.parquet", 10, 3, [new Column("id", "INTEGER")]);

    private static readonly LoadStep s_step = new()
    {
        Name = "load.warehouse_orders",
        Needs = [],
        Reads = ["orders"],
        Writes = [],
        Retry = new RetryPlan(1, TimeSpan.Zero, 1, TimeSpan.Zero, [], []),
        Timeout = TimeSpan.FromMinutes(1),
        Limits = [],
        Load = "warehouse_orders",
        Dataset = "orders",
        Connection = "warehouse",
        Table = "sales.orders",
        WriteDisposition = WriteDisposition.Merge,
        MergeStrategy = MergeStrategy.InsertOnly,
        PrimaryKey = ["id"],
        IntervalColumn = "day",
    };

    private readonly TemporaryFolder _folder = new();
    private readonly FolderStore _store;
    private readonly FakeTarget _target = new();

    public LoadActivityTests() => _store = new FolderStore(_folder["store"], _folder["temp"]);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Request_IsWhatThePlanTheStepAndTheDatasetSay()
    {
        await RunAsync();
        Assert.Equal(
            new LoadRequest(
                new LoadKey("acme", "orders_daily", "20260228T060000Z", "warehouse_orders"),
                "acme.orders_daily.20260228T060000Z.2",
                "0007",
                _store.FullPath(s_dataset.Path),
                10,
                s_dataset.Columns,
                "sales.orders",
                WriteDisposition.Merge,
                MergeStrategy.InsertOnly,
                s_step.PrimaryKey,
                "day",
                s_interval,
                ByteSize.OneGigabyte,
                3,
                _folder["scratch"],
                s_now),
            _target.Request);
        Assert.Equal("warehouse", _target.Connection);
    }

    [Theory]
    [InlineData(10, 0, 0, 10, 0)]
    [InlineData(4, 6, 0, 10, 0)]
    [InlineData(3, 0, 7, 3, 7)]
    [InlineData(0, 0, 10, 0, 10)]
    public async Task Rows_UnchangedOnes_CountAsFiltered(long inserted, long updated, long unchanged, long written, long filtered)
    {
        _target.Report = _target.Report with { Inserted = inserted, Updated = updated, Unchanged = unchanged };
        var outcome = await RunAsync();
        Assert.Equal(new RowCounts(10, written, 0, filtered), outcome.Rows);
        Assert.True(outcome.Rows.IsBalanced);
        Assert.Equal((StepStatus.Succeeded, "load.warehouse_orders"), (outcome.Status, outcome.Step));
        Assert.Same(_target.Report, outcome.Load);
        Assert.Empty(outcome.Datasets);
    }

    [Fact]
    public async Task SecondDelivery_SucceedsWithTheRecordedCounts()
    {
        _target.Report = _target.Report with { AlreadyDone = true };
        var outcome = await RunAsync();
        Assert.Equal((StepStatus.Succeeded, true, 10), (outcome.Status, outcome.Load!.AlreadyDone, outcome.Rows.Written));
    }

    [Fact]
    public async Task Report_ThatDoesNotAccountForEveryRow_Fails()
    {
        _target.Report = _target.Report with { Inserted = 9 };
        var failure = (await Assert.ThrowsAsync<StepFailedException>(() => RunAsync())).Failure;
        Assert.Equal(("DE0852", FailureClass.Internal, false), (failure.Code, failure.Class, failure.Transient));
        Assert.Equal("load 'warehouse_orders': the target /warehouse reports 10 rows read, but 9 inserted, 0 updated and 0 unchanged.", failure.Message);
    }

    [Fact]
    public async Task Dataset_NotGivenToTheStep_IsAnInternalFailure()
    {
        var failure = (await Assert.ThrowsAsync<StepFailedException>(() => RunAsync(s_dataset with { Dataset = "payments" }))).Failure;
        Assert.Equal(("DE0850", FailureClass.Internal), (failure.Code, failure.Class));
        Assert.Equal("load 'warehouse_orders': dataset 'orders' was not given to the step; it got payments.", failure.Message);
    }

    [Fact]
    public async Task StagedFile_ThatIsGone_IsAFailureOfMissingData()
    {
        var failure = (await Assert.ThrowsAsync<StepFailedException>(() => RunAsync(s_dataset with { Path = "runs/x/gone.parquet" }))).Failure;
        Assert.Equal(("DE0851", FailureClass.MissingData, false), (failure.Code, failure.Class, failure.Transient));
        Assert.Equal($"load 'warehouse_orders': the staged file of dataset 'orders' is gone: There is no 'runs/x/gone.parquet' in {_store.Location}.", failure.Message);
        Assert.Equal("Run the interval again, so that the dataset is staged anew.", failure.Next);
    }

    private async Task<StepOutcome> RunAsync(DatasetRef? input = null)
    {
        await _store.WriteAsync(s_dataset.Path, "rows"u8.ToArray(), BlobCondition.None, Stop);
        var run = new RunIdentity("acme", "orders_daily", "20260228T060000Z", 2);
        var plan = new RunPlan(
            run, "", s_interval, new Dictionary<string, PlannedParameter>(), new Dictionary<string, PlannedConnection>(), new Dictionary<string, string>(), ByteSize.OneGigabyte, 3, [s_step]);
        var dataset = input ?? s_dataset;
        var inputs = new Dictionary<string, DatasetRef> { [dataset.Dataset] = dataset };
        var context = new StepContext(
            plan, inputs, _store, _target, "0007", _folder["scratch"], new Progress<StepProgress>(), new FakeTimeProvider(s_now), NullLogger.Instance);
        return await new LoadActivity().RunAsync(context, s_step, Stop);
    }

    private sealed class FakeTarget : ITarget, IConnectionOpener
    {
        public LoadReport Report { get; set; } = new("/warehouse", "sales.orders", 10, 10, 0, 0, 0, 10, AlreadyDone: false);

        public LoadRequest? Request { get; private set; }

        public string? Connection { get; private set; }

        public Task<LoadReport> LoadAsync(LoadRequest request, CancellationToken cancellationToken)
        {
            Request = request;
            return Task.FromResult(Report);
        }

        public IFileSource OpenFiles(string connection) => throw new InvalidOperationException("A load reads no connection.");

        public ITarget OpenTarget(string connection)
        {
            Connection = connection;
            return this;
        }
    }
}
