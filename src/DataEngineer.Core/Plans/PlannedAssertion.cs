using DataEngineer.Definitions.Model;
using DataEngineer.Failures;

namespace DataEngineer.Plans;

/// <summary>One assertion with its name and defaults decided.</summary>
/// <param name="Name">Unique in the pipeline.</param>
/// <param name="Definition">As written; WarnIf and ErrorIf hold what applies after severity, null where it never does.</param>
/// <param name="Sql">The query of an sql assertion, else null.</param>
/// <param name="Parameters">The names of the parameters that the query uses.</param>
/// <param name="Class">The class of its failure.</param>
/// <param name="File">Where it was written, relative to the customer's folder.</param>
/// <param name="Line">The line it was written on.</param>
public sealed record PlannedAssertion(
    string Name,
    AssertDefinition Definition,
    SqlText? Sql,
    IReadOnlyList<string> Parameters,
    FailureClass Class,
    string File,
    int Line);
