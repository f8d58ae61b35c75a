using DataEngineer.Activities.Execution;
using DataEngineer.Cli.Hosting;
using DataEngineer.Cli.Summaries;
using DataEngineer.Definitions.Naming;
using DataEngineer.Plans;
using DataEngineer.Runs;
using DataEngineer.Store;

namespace DataEngineer.Cli.Records;

/// <summary>The run records of the store, read as files: it works while another process runs, and never locks.</summary>
internal sealed class RecordShelf(Head head)
{
    private const int Recent = 200;

    /// <summary>The runs whose records changed last, latest start first.</summary>
    public async Task<IReadOnlyList<RunRecord>> LatestAsync(PipelineScope scope, int limit, CancellationToken cancellationToken)
    {
        var entries = new List<(IBlobStore Store, BlobEntry Entry, RunIdentity Run)>();
        foreach (var customer in scope.Customer is null ? Customers() : [Known(scope.Customer)])
        {
            var store = head.Stores.Open(customer);
            await foreach (var entry in store.ListAsync(RunPaths.RecordPrefix, cancellationToken))
            {
                var name = Path.GetFileNameWithoutExtension(entry.Path);
                if (RunIdentity.TryParse(name, out var run) && (scope.Pipeline is null || run.Pipeline == scope.Pipeline))
                {
                    entries.Add((store, entry, run));
                }
            }
        }

        var records = new List<RunRecord>();
        foreach (var (store, _, run) in entries.OrderByDescending(entry => entry.Entry.LastModified).Take(limit))
        {
            if (await RecordStore.FindAsync(store, run.ToString(), cancellationToken) is { } record)
            {
                records.Add(record);
            }
        }

        return [.. records.OrderByDescending(record => record.StartedAt)];
    }

    /// <summary>The latest runs of a pipeline that may have none, or a customer of whom nothing ran yet.</summary>
    public async Task<IReadOnlyList<RunRecord>> LatestOrNoneAsync(string customer, string pipeline, CancellationToken cancellationToken) =>
        Customers().Contains(customer, StringComparer.Ordinal)
            ? await LatestAsync(new PipelineScope(customer, pipeline), Recent, cancellationToken)
            : [];

    /// <summary>The run of this id, or the latest of customer/pipeline.</summary>
    /// <exception cref="CommandException">There is none.</exception>
    public async Task<RunRecord> FindAsync(string text, CancellationToken cancellationToken)
    {
        if (RunIdentity.TryParse(text, out var run) && BlobPath.IsValid(text) && !text.Contains('/', StringComparison.Ordinal))
        {
            return await RecordStore.FindAsync(head.Stores.Open(Known(run.Customer)), text, cancellationToken) ?? throw await UnknownAsync(text, run, cancellationToken);
        }

        var scope = PipelineScope.Parse(text);
        if (scope is not { Customer: not null, Pipeline: not null })
        {
            throw new CommandException(ExitCodes.Invalid, $"'{text}' is neither a run's id (customer.pipeline.interval.attempt) nor customer/pipeline.", "dataeng runs list");
        }

        return await LatestAsync(scope, 1, cancellationToken) is [var latest, ..] ? latest : throw await UnknownAsync(text, null, cancellationToken);
    }

    /// <summary>The latest run of the pipeline that has ended.</summary>
    /// <exception cref="CommandException">There is none.</exception>
    public async Task<RunRecord> FindEndedAsync(PipelineName name, CancellationToken cancellationToken)
    {
        var known = await LatestAsync(new PipelineScope(name.Customer, name.Pipeline), Recent, cancellationToken);
        return known.FirstOrDefault(record => record.Status != RunStatus.Running) ?? (known.Count > 0
            ? throw new CommandException(ExitCodes.Invalid, $"No run of {name} has ended yet.", head.Commands.Run(known[0].Run, IntervalOption.Of(known[0].Interval)))
            : throw await UnknownAsync(name.ToString(), null, cancellationToken));
    }

    private async Task<CommandException> UnknownAsync(string text, RunIdentity? run, CancellationToken cancellationToken)
    {
        var customer = run?.Customer ?? PipelineScope.Parse(text).Customer!;
        var known = await LatestAsync(new PipelineScope(customer, null), Recent, cancellationToken);
        var names = run is null ? known.Select(r => $"{r.Run.Customer}/{r.Run.Pipeline}") : known.Select(r => r.Run.ToString());
        var suggestion = Suggestion.For(text, names.Distinct(StringComparer.Ordinal));
        var what = run is null ? $"'{text}' has no runs" : $"There is no run '{text}'";
        return new CommandException(ExitCodes.Invalid, $"{what} in {head.Shorten(head.StoreFolder)}.{(suggestion is null ? "" : " " + suggestion)}", head.Commands.List(customer));
    }

    private string Known(string customer)
    {
        var customers = Customers();
        if (customers.Contains(customer, StringComparer.Ordinal))
        {
            return customer;
        }

        var suggestion = Suggestion.For(customer, customers);
        throw new CommandException(ExitCodes.Invalid, $"Customer '{customer}' has no runs in {head.Shorten(head.StoreFolder)}.{(suggestion is null ? "" : " " + suggestion)}");
    }

    private List<string> Customers()
    {
        var folder = new DirectoryInfo(Path.Combine(head.StoreFolder, "customers"));
        return folder.Exists ? [.. folder.EnumerateDirectories().Select(customer => customer.Name).Order(StringComparer.Ordinal)] : [];
    }
}
