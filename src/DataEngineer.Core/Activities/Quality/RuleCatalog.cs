using DataEngineer.Activities.Quality.Rules;

namespace DataEngineer.Activities.Quality;

/// <summary>The kinds of checks.</summary>
internal static class RuleCatalog
{
    public static IRule Compile(RuleScope scope, CancellationToken cancellationToken) => scope.Assertion.Definition switch
    {
        { NotNull.Count: > 0 } definition => NotNullRule.Compile(scope, definition),
        { Unique.Count: > 0 } definition => UniqueRule.Compile(scope, definition),
        { AcceptedValues: { } check } => AcceptedValuesRule.Compile(scope, check),
        { Relationships: { } check } => RelationshipsRule.Compile(scope, check),
        { Range: { } check } => RangeRule.Compile(scope, check),
        { Pattern: { } check } => PatternRule.Compile(scope, check),
        { RowCount: { } check } => RowCountRule.Compile(scope, check),
        { Freshness: { } check } => FreshnessRule.Compile(scope, check),
        { Sql: not null } => SqlRule.Compile(scope, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope.Assertion.Name, "An assertion without a check."),
    };
}
