using System.Globalization;
using DataEngineer.Activities;
using DataEngineer.Operations;
using DataEngineer.Orchestration;
using DataEngineer.Plans;
using DataEngineer.Runs;

namespace DataEngineer.Cli.Display;

/// <summary>One line an event, for logs and pipes: time, step, what happened, and numbers; nothing that moves, no colour.</summary>
internal sealed class PlainView(TextWriter output, TimeProvider time) : IRunDisplay
{
    private const int NameWidth = 28;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _attempts = new(StringComparer.Ordinal);

    public void Begin(RunStart start, int doneBefore) =>
        Write("run", start.Resumed ? "resumed" : "started", start.Run.ToString(), start.Resumed ? $"{Words.Count(doneBefore, "step")} ended before" : "");

    public void Planned(RunPlan plan) => Write("run", "planned", Words.Count(plan.Steps.Count, "step"), plan.Interval is { } interval ? Words.Interval(interval) : "");

    public void Started(RunIdentity run, Step step)
    {
        lock (_lock)
        {
            var attempt = _attempts[step.Name] = _attempts.GetValueOrDefault(step.Name) + 1;
            Write(step.Name, "started", attempt > 1 ? $"attempt {attempt} of {step.Retry.MaxAttempts}" : "");
        }
    }

    public void Progressed(StepProgress progress)
    {
    }

    public void Ended(RunIdentity run, Step step, StepOutcome outcome)
    {
        lock (_lock)
        {
            var attempt = _attempts.GetValueOrDefault(step.Name, 1);
            var elapsed = Words.Elapsed(outcome.Elapsed);
            if (outcome.Failure is not { } failure)
            {
                Write(step.Name, Words.Status(outcome.Status), StepRows.Of(outcome) is { } rows ? Words.Rows(rows) : "", elapsed);
            }
            else if (RetryRule.AllowsAnother(step.Retry, failure, attempt))
            {
                Write(step.Name, "retry", $"attempt {attempt + 1} of {step.Retry.MaxAttempts} within {Words.Wait(RetryWait.AtMost(step.Retry, attempt))}", elapsed, $"{failure.Code}: {failure.Message}");
            }
            else
            {
                Write(step.Name, "failed", elapsed, $"{failure.Code}: {failure.Message}");
            }
        }
    }

    public async Task<RunRecord> UntilAsync(Task<RunRecord> end)
    {
        var record = await end;
        foreach (var step in record.Steps.Where(step => step.Status is StepStatus.Skipped or StepStatus.Reused))
        {
            Write(step.Step, Words.Status(step.Status), [.. step.Status == StepStatus.Skipped ? step.Warnings : []]);
        }

        return record;
    }

    private void Write(string subject, string happened, params IEnumerable<string> details)
    {
        var clock = time.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        var name = SafeText.Line(subject).PadRight(NameWidth);
        var rest = string.Join("  ", details.Where(detail => detail.Length > 0).Select(SafeText.Line));
        lock (_lock)
        {
            output.WriteLine($"{clock} {name}  {happened,-8}  {rest}".TrimEnd());
            output.Flush();
        }
    }
}
