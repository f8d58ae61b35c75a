using System.Text.Json;
using DataEngineer.Embedded.History;
using DataEngineer.Embedded.Replay;
using DataEngineer.Orchestration.Ports;
using Microsoft.Extensions.Logging.Abstractions;

namespace DataEngineer.Embedded;

/// <summary>
/// Replays exported histories against today's code, so that a test finds a change that would break instances in flight.
/// Record one with <see cref="EmbeddedHost.ExportHistoryAsync"/> and keep the file.
/// </summary>
public static class HistoryReplay
{
    private static readonly JsonSerializerOptions Indented = new(HistoryJson.Default.Options) { WriteIndented = true, NewLine = "\n" };

    /// <summary>Replays <paramref name="historyJson"/>; throws where the code no longer does what it records.</summary>
    /// <exception cref="NonDeterministicOrchestrationException">Names the action, what is recorded and what the code did.</exception>
    /// <exception cref="FormatException">The text is not an exported history, or is that of another orchestration.</exception>
    public static ReplayResult Verify(OrchestrationRegistration orchestration, string historyJson)
    {
        var events = Read(historyJson);
        if (events is not [ExecutionCreated created, ..])
        {
            throw new FormatException("The history does not begin with the creation of an execution. Export it again from its host.");
        }

        if (created.Name != orchestration.Name)
        {
            throw new FormatException($"The history is that of orchestration '{created.Name}', not of '{orchestration.Name}'.");
        }

        var execution = new OrchestrationExecution(orchestration, created, NullLoggerFactory.Instance, () => { });
        HistoryPlayer.Replay(execution, events.Skip(1));
        return Summarise(execution, events[^1]);
    }

    internal static string Write(IReadOnlyList<HistoryEvent> events)
    {
        return JsonSerializer.Serialize(new HistoryDocument(HistoryDocument.CurrentFormat, events), Indented) + "\n";
    }

    private static IReadOnlyList<HistoryEvent> Read(string historyJson)
    {
        try
        {
            var document = JsonSerializer.Deserialize(historyJson, HistoryJson.Default.HistoryDocument)!;
            return document.Format == HistoryDocument.CurrentFormat
                ? document.Events
                : throw new FormatException($"The history has format {document.Format}; this version reads {HistoryDocument.CurrentFormat}.");
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException)
        {
            throw new FormatException($"The text is not an exported history: {unreadable.Message}", unreadable);
        }
    }

    private static ReplayResult Summarise(OrchestrationExecution execution, HistoryEvent last)
    {
        var actions = execution.NextSequence;
        return (last, execution.Outcome) switch
        {
            (ExecutionTerminated ended, _) =>
                new(OrchestrationStatus.Terminated, null, TerminationFailure.Of(ended.Reason), actions),
            (_, ExecutionOutcome.Completed completed) => new(OrchestrationStatus.Completed, completed.Output, null, actions),
            (_, ExecutionOutcome.Failed failed) => new(OrchestrationStatus.Failed, null, failed.Failure, actions),
            _ when execution.IsSuspended => new(OrchestrationStatus.Suspended, null, null, actions),
            _ => new(execution.IsBegun ? OrchestrationStatus.Running : OrchestrationStatus.Pending, null, null, actions),
        };
    }
}
