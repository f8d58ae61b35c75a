using System.Globalization;
using System.Text.Json;
using DuckDB.NET.Data;

namespace DataEngineer.Engine;

/// <summary>What the engine said went wrong, taken apart. The text may hold row values: it is for classing, not for people.</summary>
/// <param name="Kind">The engine's word: Parser, Binder, Catalog, Conversion, Out of Memory, IO, Permission and so on.</param>
/// <param name="Text">The engine's sentence.</param>
/// <param name="Position">Where in the statement, or null; counted in characters by the parser, in UTF-8 bytes by all others.</param>
/// <param name="Name">The column, table or function it is about, or null.</param>
/// <param name="Subject">What <paramref name="Name"/> is: Table, Scalar Function, Type and so on, or null.</param>
/// <param name="Candidates">Names that were likely meant.</param>
public sealed record EngineError(string Kind, string Text, int? Position, string? Name, string? Subject, IReadOnlyList<string> Candidates)
{
    /// <summary>True where <see cref="Position"/> counts characters.</summary>
    public bool CountsCharacters => Kind.Equals("Parser", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the engine's message, as JSON where the session writes it so, else as "Kind Error: text".</summary>
    public static EngineError Read(DuckDBException exception)
    {
        var message = exception.Message;
        var start = message.IndexOf("{\"exception_type\"", StringComparison.Ordinal);
        if (start >= 0 && TryReadJson(message[start..]) is { } error)
        {
            return error;
        }

        var colon = message.IndexOf(" Error: ", StringComparison.Ordinal);
        return colon > 0
            ? new EngineError(message[..colon], message[(colon + 8)..], null, null, null, [])
            : new EngineError(exception.ErrorType.ToString(), message, null, null, null, []);
    }

    private static EngineError? TryReadJson(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return new EngineError(
                Field(root, "exception_type") ?? "",
                Field(root, "exception_message") ?? "",
                int.TryParse(Field(root, "position"), NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : null,
                Field(root, "name"),
                Field(root, "type"),
                Field(root, "candidates")?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? []);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Field(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
