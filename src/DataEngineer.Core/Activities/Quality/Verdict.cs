using DataEngineer.Plans;
using DataEngineer.Runs;

namespace DataEngineer.Activities.Quality;

/// <summary>Holds what a rule found against the assertion's thresholds.</summary>
internal static class Verdict
{
    public static JudgedAssertion Of(PlannedAssertion assertion, IRule rule, string dataset, Finding finding)
    {
        var definition = AssertionThresholds.Apply(assertion.Definition);
        var (status, bound) = (definition.ErrorIf, definition.WarnIf) switch
        {
            ({ } error, _) when error.IsExceededBy(finding.Failed, finding.Total) => (AssertionStatus.Failed, $"; error_if is {error}"),
            (_, { } warn) when warn.IsExceededBy(finding.Failed, finding.Total) => (AssertionStatus.Warned, $"; warn_if is {warn}"),
            _ => (AssertionStatus.Passed, ""),
        };
        return new JudgedAssertion(
            assertion,
            rule,
            new AssertionResult(assertion.Name, dataset, rule.Check, status, assertion.Class, finding.Failed, finding.Total, $"{finding.Text}{bound}.", Sample: null));
    }
}
