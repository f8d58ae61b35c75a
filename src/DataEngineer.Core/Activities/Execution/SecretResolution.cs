using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DataEngineer.Connections.Secrets;
using DataEngineer.Failures;
using DataEngineer.Plans;

namespace DataEngineer.Activities.Execution;

/// <summary>Puts secrets into connection options, for the time of one step, in memory only.</summary>
internal static partial class SecretResolution
{
    public static async Task<IReadOnlyDictionary<string, PlannedConnection>> ResolveAsync(
        IReadOnlyDictionary<string, PlannedConnection> connections, string customer, ISecretSource secrets, CancellationToken cancellationToken)
    {
        var resolved = new Dictionary<string, PlannedConnection>(StringComparer.Ordinal);
        foreach (var (name, connection) in connections)
        {
            var options = await ResolveAsync(connection.Options, name, customer, secrets, cancellationToken);
            resolved[name] = connection with { Options = (JsonObject)options! };
        }

        return resolved;
    }

    private static async Task<JsonNode?> ResolveAsync(
        JsonNode? node, string connection, string customer, ISecretSource secrets, CancellationToken cancellationToken)
    {
        switch (node)
        {
            case JsonObject mapping:
                var copy = new JsonObject();
                foreach (var (key, value) in mapping)
                {
                    copy[key] = await ResolveAsync(value, connection, customer, secrets, cancellationToken);
                }

                return copy;
            case JsonArray list:
                var items = new JsonArray();
                foreach (var item in list)
                {
                    items.Add(await ResolveAsync(item, connection, customer, secrets, cancellationToken));
                }

                return items;
            case JsonValue value when value.TryGetValue<string>(out var text):
                return JsonValue.Create(await FillAsync(text, connection, customer, secrets, cancellationToken));
            default:
                return node?.DeepClone();
        }
    }

    private static async Task<string> FillAsync(
        string text, string connection, string customer, ISecretSource secrets, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in Reference().Matches(text).Select(match => match.Groups["name"].Value))
        {
            values[name] = await secrets.FindAsync(customer, name, cancellationToken)
                ?? throw StepFailedException.Terminal(
                    "DE0914",
                    FailureClass.Permission,
                    $"Connection '{connection}' needs the secret '{name}', and customer '{customer}' has none of that name.",
                    $"Set it: in Key Vault on Azure, as {VariableSecretSource.VariableOf(customer, name)} in the environment elsewhere.");
        }

        return Reference().Replace(text, match => values[match.Groups["name"].Value]);
    }

    [GeneratedRegex(@"\{\{\s*secrets\.(?<name>[A-Za-z_][A-Za-z0-9_]*)\s*\}\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Reference();
}
