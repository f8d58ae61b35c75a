namespace DataEngineer.Plans;

/// <summary>Why a step waits for another.</summary>
/// <param name="Step">The step waited for.</param>
/// <param name="Reason">For a person: <c>reads orders (sql/daily.sql:3)</c>, <c>gate not_null_orders on orders</c>, <c>depends_on</c>.</param>
public sealed record StepEdge(string Step, string Reason);
