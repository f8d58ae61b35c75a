using DataEngineer.Definitions.Model;
using DataEngineer.Engine;
using DataEngineer.Failures;
using DataEngineer.Runs;

namespace DataEngineer.Activities.Quality;

/// <summary>
/// Sets aside the rows that fail quarantining assertions beyond their error_if, each once with the names of all the assertions it fails, and
/// stages the dataset again without them.
/// </summary>
internal sealed class Quarantine(StepContext context, AssertSession session, string step)
{
    /// <summary>The column of the quarantine file that names the assertions.</summary>
    public const string NamesColumn = "failed_assertions";

    private const string Failing = "quarantined_rows";

    private string SameRow => $"d.{session.Row} = f.{session.Row}";

    /// <summary>Fails where the assertion quarantines, for checks that judge the dataset as a whole.</summary>
    public static void RefuseFor(RuleScope scope, string check)
    {
        if (scope.Assertion.Definition.OnFailure == FailureAction.Quarantine)
        {
            throw scope.Problem(
                AssertCodes.CannotQuarantine,
                FailureClass.Definition,
                $"{check} judges the dataset as a whole and has no rows to quarantine.",
                "Choose on_failure block or continue.");
        }
    }

    /// <summary>Stages both parts. Answers the dataset without the rows set aside, where those are, and the assertions with their counts.</summary>
    public async Task<QuarantineOutcome> RunAsync(IReadOnlyList<JudgedAssertion> quarantining, CancellationToken cancellationToken)
    {
        var counts = Collect(quarantining, cancellationToken);
        var run = context.Plan.Run.ToString();
        var dataset = session.Dataset;
        var names = session.FreeName(NamesColumn);
        var path = RunPaths.Quarantine(run, step, dataset.Dataset, context.FencingToken);
        var failing = new RowQuery($"SELECT d.* EXCLUDE ({session.Row}), f.names AS {names} FROM {session.Numbered} AS d JOIN {ByRow(quarantining)} AS f ON {SameRow} ORDER BY d.{session.Row}");
        var aside = await session.StageAsync(failing, path, cancellationToken);
        var keptPath = RunPaths.Staged(run, step, dataset.Dataset, context.FencingToken);
        var holding = new RowQuery($"SELECT d.* EXCLUDE ({session.Row}) FROM {session.Numbered} AS d ANTI JOIN {Failing} AS f ON {SameRow} ORDER BY d.{session.Row}");
        var kept = await session.StageAsync(holding, keptPath, cancellationToken);
        return new QuarantineOutcome(kept with { Columns = dataset.Columns }, aside.Rows, path, counts);
    }

    private Dictionary<string, long> Collect(IReadOnlyList<JudgedAssertion> quarantining, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        session.Engine.Execute($"CREATE TEMP TABLE {Failing} ({session.Row} BIGINT, assertion INTEGER)", cancellationToken);
        foreach (var (index, judged) in quarantining.Index())
        {
            var failing = judged.Rule.FailingRows(session, cancellationToken)
                ?? throw new InvalidOperationException($"Assertion {judged.Assertion.Name} quarantines and tells no rows.");
            var insert = failing.Within($"INSERT INTO {Failing} SELECT {session.Row}, {index} FROM (", ")");
            counts[judged.Assertion.Name] = session.Writer.Execute(insert.Sql, cancellationToken, insert.Parameters);
        }

        return counts;
    }

    private string ByRow(IReadOnlyList<JudgedAssertion> quarantining)
    {
        var names = Sql.List(quarantining.Select(judged => judged.Assertion.Name));
        return $"(SELECT {session.Row}, string_agg(({names})[assertion + 1], ', ' ORDER BY assertion) AS names FROM {Failing} GROUP BY {session.Row})";
    }
}
