using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using DataEngineer.Connections;
using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Yaml;

namespace DataEngineer.Definitions.Binding;

/// <summary>Binds a connection's options when it is opened, after its secrets were resolved. No message shows a value.</summary>
public static class ConnectionOptions
{
    private static readonly Dictionary<string, IConnector> NoConnectors = new(StringComparer.Ordinal);

    /// <summary>An instance of the connector's <see cref="IConnector.OptionsType"/>; on false <paramref name="problem"/> says what does not fit.</summary>
    public static bool TryBind(
        IConnector connector, string connection, JsonObject options, [NotNullWhen(true)] out object? bound, [NotNullWhen(false)] out string? problem)
    {
        var problems = new Problems(connection);
        // A resolved secret may hold {{ as any other text; what is a template was rendered before.
        var context = new BindingContext(problems, NoConnectors, TemplateUse.Rendered, HideValues: true);
        var value = Shapes.Of(connector.OptionsType).Bind(YamlJson.Read(options), $"connections.{connection}", context);
        bound = problems.HasErrors ? null : value;
        problem = problems.HasErrors ? string.Join(" ", problems.Found.Select(found => found.Message)) : null;
        return bound is not null;
    }
}
