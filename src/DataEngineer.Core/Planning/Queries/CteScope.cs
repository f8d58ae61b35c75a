namespace DataEngineer.Planning.Queries;

/// <summary>The common table expressions that can be named at a place of a query, innermost first.</summary>
internal sealed record CteScope(string Name, CteScope? Outer)
{
    public static bool Has(CteScope? scope, string name)
    {
        for (; scope is not null; scope = scope.Outer)
        {
            if (string.Equals(scope.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
