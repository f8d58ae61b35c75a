using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Naming;

namespace DataEngineer.Validation.Rules;

/// <summary>A connection's type is one of the connectors there are.</summary>
internal sealed class ConnectionTypeRule : IRule<CustomerScope>
{
    public string Code => "DE0303";

    public IEnumerable<Finding> Check(CustomerScope scope) =>
        from connection in scope.Customer.Connections
        let type = connection.Value.Type
        where type.Length > 0 && !scope.Connectors.ContainsKey(type)
        select new Finding($"connections.{connection.Key}.type",
            $"connection '{Shown.Text(connection.Key)}' has type '{Shown.Text(type)}'; allowed are {Words.OrNone(scope.Connectors.Keys.Order(StringComparer.Ordinal))}.",
            Suggestion.For(type, scope.Connectors.Keys));
}
