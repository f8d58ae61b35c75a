using DataEngineer.Definitions.Model;
using DataEngineer.Definitions.Values;

namespace DataEngineer.Plans;

/// <summary>
/// When an assertion warns and when it fails, by its severity and its thresholds. Severity error fails beyond error_if (&gt;0 where none is
/// written) and warns beyond warn_if. Severity warn never fails: error_if is left aside, and it warns beyond warn_if (&gt;0 where none is
/// written).
/// </summary>
public static class AssertionThresholds
{
    /// <summary>The definition with the thresholds that apply; null is never. What was applied once stays as it is.</summary>
    public static AssertDefinition Apply(AssertDefinition definition) => definition.Severity switch
    {
        AssertSeverity.Warn => definition with { WarnIf = definition.WarnIf ?? Threshold.AnyRow, ErrorIf = null },
        AssertSeverity.Error => definition with { ErrorIf = definition.ErrorIf ?? Threshold.AnyRow },
        _ => throw new ArgumentOutOfRangeException(nameof(definition), definition.Severity, "Not a severity."),
    };
}
