using System.Globalization;
using DataEngineer.Definitions.Model;
using DataEngineer.Definitions.Naming;
using DataEngineer.Definitions.Values;
using DataEngineer.Planning.Graph;
using DataEngineer.Plans;

namespace DataEngineer.Planning.Explain;

/// <summary>One step of a plan for a person to read.</summary>
internal static class StepText
{
    public static void Write(TextPage page, int number, Step step)
    {
        page.Line(string.Create(CultureInfo.InvariantCulture, $"{number,3}  {step.Name}"));
        page.Rows("after", step.Needs.Select(need => $"{need.Step}: {need.Reason}"));
        if (step.Reads.Count > 0)
        {
            page.Row("reads", string.Join(", ", step.Reads));
        }

        Does(page, step);
        if (step.Writes.Count > 0)
        {
            page.Row("writes", string.Join(", ", step.Writes));
        }

        page.Row("tries", Tries(step));
        page.Row("limits", string.Join(", ", step.Limits.Select(limit => string.Create(CultureInfo.InvariantCulture, $"{limit.MaxConcurrent} at once of {limit.Key}"))));
    }

    private static void Does(TextPage page, Step step)
    {
        switch (step)
        {
            case ExtractStep extract:
                page.Row("from", $"{extract.Connection}, {extract.File.Path}{(extract.File.Format is { } format ? $" as {Word(format)}" : "")}");
                if (extract.Columns.Count > 0)
                {
                    page.Row("columns", string.Join(", ", extract.Columns.Select(column => $"{column.Key} {column.Value}")));
                }

                page.Row("rejects", $"warns {If(extract.Rejects.WarnIf)}, fails {If(extract.Rejects.ErrorIf)}");
                break;
            case TransformStep transform:
                page.Rows("runs", transform.Queries.Select(Query));
                break;
            case AssertStep assert:
                page.Rows("checks", assert.Assertions.Select(Assertion));
                break;
            case LoadStep load:
                page.Row("into", $"{load.Connection}, table {load.Table}, {Disposition(load)}");
                break;
            default:
                throw new InvalidOperationException($"Unknown step {step.GetType().Name}.");
        }
    }

    private static string Query(PlannedQuery query)
    {
        var parameters = query.Parameters.Count == 0 ? "" : $" with {string.Join(", ", query.Parameters.Select(name => "$" + name))}";
        return string.Create(CultureInfo.InvariantCulture, $"{query.Dataset} ({query.Sql.File}:{query.Sql.Line}){parameters}{(query.Staged ? "" : ", not staged")}");
    }

    private static string Assertion(PlannedAssertion assertion)
    {
        var (check, columns) = AssertionNames.Describe(assertion.Definition);
        var warns = assertion.Definition.WarnIf is { } warn ? $", warns {If(warn)}" : "";
        var fails = assertion.Definition.ErrorIf is { } error ? $", fails {If(error)} and then {Action(assertion.Definition.OnFailure)}" : "";
        return $"{assertion.Name}: {check}{(columns.Count == 0 ? "" : $" {string.Join(", ", columns)}")}{warns}{fails}";
    }

    private static string Action(FailureAction action) => action switch
    {
        FailureAction.Block => "blocks",
        FailureAction.Quarantine => "sets the rows aside",
        FailureAction.Continue => "goes on",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "Not a failure action."),
    };

    private static string Disposition(LoadStep load) => load.WriteDisposition switch
    {
        WriteDisposition.Merge => $"merge ({Word(load.MergeStrategy)}) on {string.Join(", ", load.PrimaryKey)}",
        WriteDisposition.Interval => $"the interval's rows by {load.IntervalColumn}",
        _ => Word(load.WriteDisposition),
    };

    private static string Tries(Step step)
    {
        var retry = step.Retry;
        var waits = retry.MaxAttempts == 1
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"; waits of {Span(retry.Interval)}, each {retry.Backoff} times the one before, {Span(retry.MaxInterval)} at most");
        return $"{PlanText.Count(retry.MaxAttempts, "attempt")} of {Span(step.Timeout)}{waits}";
    }

    private static string Span(TimeSpan span) => span switch
    {
        { Ticks: 0 } => "0s",
        _ when span.Ticks % TimeSpan.TicksPerHour == 0 => string.Create(CultureInfo.InvariantCulture, $"{span.Ticks / TimeSpan.TicksPerHour}h"),
        _ when span.Ticks % TimeSpan.TicksPerMinute == 0 => string.Create(CultureInfo.InvariantCulture, $"{span.Ticks / TimeSpan.TicksPerMinute}m"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds}s"),
    };

    private static string If(Threshold threshold) => $"if {threshold}";

    private static string Word<T>(T word)
        where T : struct, Enum => SnakeCase.Of(word.ToString());
}
