using System.CommandLine;
using DataEngineer.Cli.Display;
using DataEngineer.Cli.Hosting;
using DataEngineer.Cli.Preview;
using DataEngineer.Cli.Records;
using DataEngineer.Cli.Summaries;
using DataEngineer.Runs;
using DataEngineer.Store;
using Spectre.Console;

namespace DataEngineer.Cli.Commands;

/// <summary>dataeng preview: rows of a dataset that a run staged.</summary>
internal sealed class PreviewCommand(Head head, int limit, string format)
{
    public static Command Create(CommandAction action)
    {
        var pipeline = new Argument<string>("PIPELINE") { Description = "customer/pipeline, or the path of its .yml file." };
        var dataset = new Argument<string>("DATASET") { Description = "A dataset that the run staged." };
        var run = new Option<string?>("--run") { Description = "The run's id.  [default: the latest that has ended]", HelpName = "RUN" };
        var limit = Limits.Option("The most rows shown.", 20);
        var format = Formats.Option("table", "csv", "json");
        var quarantined = new Option<bool>("--quarantined") { Description = "Shows rows of the dataset that were set aside or failed an assertion instead." };
        var command = new Command("preview", "Shows rows of a dataset that a run staged.") { pipeline, dataset, run, limit, format, quarantined };
        command.SetAction((result, _) => action(result, (head, cancellationToken) =>
            new PreviewCommand(head, result.GetValue(limit), result.GetRequiredValue(format)).ShowAsync(
                result.GetRequiredValue(pipeline), result.GetRequiredValue(dataset), result.GetValue(run), result.GetValue(quarantined), cancellationToken)));
        return command;
    }

    private async Task<int> ShowAsync(string pipeline, string dataset, string? run, bool quarantined, CancellationToken cancellationToken)
    {
        var record = await RecordAsync(PipelineName.Parse(pipeline, head), run, cancellationToken);
        var finder = new PreviewFinder(head, record);
        IReadOnlyList<PreviewSource> sources = quarantined
            ? await finder.SetAsideAsync(dataset, cancellationToken)
            : [await finder.StagedAsync(dataset, cancellationToken)];
        foreach (var source in sources)
        {
            await ShowAsync(record, source, cancellationToken);
        }

        return ExitCodes.Success;
    }

    private async Task<RunRecord> RecordAsync(PipelineName name, string? run, CancellationToken cancellationToken)
    {
        var shelf = new RecordShelf(head);
        if (run is null)
        {
            return await shelf.FindEndedAsync(name, cancellationToken);
        }

        var record = await shelf.FindAsync(run, cancellationToken);
        return record.Run.Customer == name.Customer && record.Run.Pipeline == name.Pipeline
            ? record
            : throw new CommandException(ExitCodes.Invalid, $"Run '{record.Run}' is one of {record.Run.Customer}/{record.Run.Pipeline}, not of {name}.", head.Commands.List(name.ToString()));
    }

    private async Task ShowAsync(RunRecord record, PreviewSource source, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = await head.Stores.Open(record.Run.Customer).FetchAsync(source.Path, cancellationToken);
            var reader = new PreviewReader(head.Stores.TempFolder);
            if (format == "json")
            {
                var rows = reader.ReadJson(file.LocalPath, limit, cancellationToken);
                head.Raw.WriteLine($"[\n{string.Join(",\n", rows.Select(row => "  " + row))}\n]");
            }
            else
            {
                Show(record, source, reader.Read(file.LocalPath, limit, cancellationToken));
            }
        }
        catch (BlobNotFoundException)
        {
            throw new CommandException(
                ExitCodes.Invalid, $"The rows of run {record.Run} are no longer there: staged data of the last runs of a pipeline is kept, older goes.", head.Commands.Run(record.Run, IntervalOption.Of(record.Interval)));
        }
    }

    private void Show(RunRecord record, PreviewSource source, PreviewRows rows)
    {
        if (format == "csv")
        {
            PreviewCsv.Write(head.Raw, rows);
            return;
        }

        new PreviewTable(head.Out).Write(rows, head.IsLive ? head.Out.Profile.Width : null);
        var shown = rows.Rows.Count == rows.Total ? Words.Rows(rows.Total) : $"{Words.Number(rows.Rows.Count)} of {Words.Rows(rows.Total)}";
        head.Out.WriteLine();
        head.Out.Write(new Text(SafeText.Line($"{shown}: {source.What}, run {record.Run}"), Glyphs.Quiet));
        head.Out.WriteLine();
    }
}
