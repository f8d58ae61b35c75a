using DataEngineer.Connections;
using DataEngineer.Definitions.Model;
using DataEngineer.Definitions.Tree;

namespace DataEngineer.Validation;

/// <summary>What a rule for customers sees.</summary>
internal sealed record CustomerScope(CustomerTree Tree, IReadOnlyDictionary<string, IConnector> Connectors)
{
    public CustomerDefinition Customer => Tree.Customer.Model;
}
