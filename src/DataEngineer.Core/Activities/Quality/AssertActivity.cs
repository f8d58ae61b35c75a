using System.Globalization;
using DataEngineer.Engine;
using DataEngineer.Failures;
using DataEngineer.Plans;
using DataEngineer.Runs;
using DuckDB.NET.Data;

namespace DataEngineer.Activities.Quality;

/// <summary>
/// Judges all assertions on a dataset, as it was staged, together. One that fails and blocks fails the step, with every result kept and no
/// row set aside; those that quarantine stage the dataset again without their failing rows, for what reads it next.
/// </summary>
public sealed class AssertActivity : IStepActivity<AssertStep>
{
    private const int SampleRows = 100;
    private const int LongestName = 120;

    /// <inheritdoc/>
    public async Task<StepOutcome> RunAsync(StepContext context, AssertStep step, CancellationToken cancellationToken)
    {
        var dataset = context.Inputs.TryGetValue(step.Dataset, out var input)
            ? input
            : throw new InvalidOperationException($"Step {step.Name} was not given its dataset {step.Dataset}.");
        await using var session = await AssertSession.OpenAsync(context, dataset, cancellationToken);
        try
        {
            var judged = await JudgeAsync(context, step, session, cancellationToken);
            return judged.Any(assertion => assertion.Blocks)
                ? AssertOutcomes.Blocked(context, step, dataset, judged)
                : await PassOnAsync(context, step, session, judged, cancellationToken);
        }
        catch (DuckDBException e)
        {
            throw SqlErrors.Of(e, $"Step '{step.Name}'");
        }
        catch (EngineException e)
        {
            throw SqlErrors.Of(e.Error, e.Sql, $"Step '{step.Name}'", session.Datasets);
        }
    }

    private static async Task<IReadOnlyList<JudgedAssertion>> JudgeAsync(
        StepContext context, AssertStep step, AssertSession session, CancellationToken cancellationToken)
    {
        var rules = Compile(context, step, session, cancellationToken);
        var measures = Measures.Take(session, rules, cancellationToken);
        var judged = new List<JudgedAssertion>(rules.Count);
        foreach (var (assertion, rule) in step.Assertions.Zip(rules))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var verdict = Verdict.Of(assertion, rule, step.Dataset, rule.Judge(measures, session, cancellationToken));
            judged.Add(verdict.Result.Status == AssertionStatus.Passed ? verdict : await SampleAsync(context, session, verdict, judged.Count, cancellationToken));
            context.Progress.Report(new StepProgress(context.Plan.Run.ToString(), step.Name, measures.Rows, (double)judged.Count / rules.Count));
        }

        return judged;
    }

    // Every assertion that cannot be judged is told at once.
    private static List<IRule> Compile(StepContext context, AssertStep step, AssertSession session, CancellationToken cancellationToken)
    {
        var reference = context.Plan.Interval?.End ?? context.Time.GetUtcNow();
        var rules = new List<IRule>(step.Assertions.Count);
        var problems = new List<Failure>();
        foreach (var (index, assertion) in step.Assertions.Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                rules.Add(RuleCatalog.Compile(new RuleScope(assertion, index, session, context.Inputs, reference), cancellationToken));
            }
            catch (StepFailedException e)
            {
                problems.Add(e.Failure);
            }
        }

        return problems.Count == 0
            ? rules
            : throw new StepFailedException(problems[0] with { Message = string.Join('\n', problems.Select(problem => problem.Message)) });
    }

    private static async Task<JudgedAssertion> SampleAsync(
        StepContext context, AssertSession session, JudgedAssertion judged, int index, CancellationToken cancellationToken)
    {
        if (judged.Rule.Sample(session, SampleRows) is not { } sample)
        {
            return judged;
        }

        var path = RunPaths.Sample(context.Plan.Run.ToString(), FileName(judged.Assertion.Name, index), context.FencingToken);
        try
        {
            await session.StageAsync(sample, path, cancellationToken);
        }
        catch (EngineException e)
        {
            throw QueryErrors.Of(judged.Assertion, session, e);
        }

        return judged with { Result = judged.Result with { Sample = path } };
    }

    // Default names are made of column names, which may hold what a path may not.
    private static string FileName(string assertion, int index)
    {
        var plain = string.Concat(assertion.Take(LongestName).Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' ? c : '_'));
        return plain == assertion ? plain : string.Create(CultureInfo.InvariantCulture, $"{plain}-{index + 1}");
    }

    private static async Task<StepOutcome> PassOnAsync(
        StepContext context, AssertStep step, AssertSession session, IReadOnlyList<JudgedAssertion> judged, CancellationToken cancellationToken)
    {
        JudgedAssertion[] quarantining = [.. judged.Where(assertion => assertion.Quarantines)];
        if (quarantining.Length == 0)
        {
            return AssertOutcomes.PassedOn(step, session.Dataset, judged);
        }

        var quarantine = await new Quarantine(context, session, step.Name).RunAsync(quarantining, cancellationToken);
        return AssertOutcomes.Quarantined(step, session.Dataset, judged, quarantine);
    }
}
