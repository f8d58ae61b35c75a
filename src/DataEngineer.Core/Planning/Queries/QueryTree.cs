using System.Text.Json;

namespace DataEngineer.Planning.Queries;

/// <summary>
/// Walks the tree that the engine's parser made of a query and collects what it reads. A common table expression is seen by those
/// after it in the same WITH, by the query it belongs to and by everything inside that; a recursive one by its own second half too.
/// </summary>
internal sealed class QueryTree(Func<long, int> indexOf)
{
    private readonly List<TableReference> _tables = [];
    private readonly List<TableReference> _functions = [];

    public IReadOnlyList<TableReference> Tables => _tables;

    public IReadOnlyList<TableReference> Functions => _functions;

    /// <summary>True where the query asks for a list of what is there (SHOW TABLES).</summary>
    public bool ShowsCatalog { get; private set; }

    public void Read(JsonElement statement) => Visit(statement, scope: null);

    private void Visit(JsonElement element, CteScope? scope)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Visit(item, scope);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            VisitNode(element, scope);
        }
    }

    private void VisitNode(JsonElement node, CteScope? scope)
    {
        var inside = scope = Common(node, scope);
        if (node.TryGetProperty("type"u8, out var type) && type.ValueKind == JsonValueKind.String)
        {
            inside = Note(node, type, scope);
        }

        foreach (var member in node.EnumerateObject())
        {
            if (member.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Object && !member.NameEquals("cte_map"u8))
            {
                Visit(member.Value, member.NameEquals("left"u8) ? scope : inside);
            }
        }
    }

    private CteScope? Common(JsonElement node, CteScope? scope)
    {
        if (!node.TryGetProperty("cte_map"u8, out var common) || !common.TryGetProperty("map"u8, out var entries))
        {
            return scope;
        }

        foreach (var entry in entries.EnumerateArray())
        {
            Visit(entry.GetProperty("value"u8), scope);
            scope = new CteScope(Text(entry, "key"u8), scope);
        }

        return scope;
    }

    private CteScope? Note(JsonElement node, JsonElement type, CteScope? scope)
    {
        if (type.ValueEquals("BASE_TABLE"u8))
        {
            NoteTable(node, scope);
        }
        else if (type.ValueEquals("TABLE_FUNCTION"u8))
        {
            _functions.Add(new TableReference(Text(node.GetProperty("function"u8), "function_name"u8), "", Index(node)));
        }
        else if (type.ValueEquals("SHOW_REF"u8))
        {
            ShowsCatalog |= !node.TryGetProperty("query"u8, out var query) || query.ValueKind != JsonValueKind.Object;
        }
        else if (type.ValueEquals("RECURSIVE_CTE_NODE"u8))
        {
            return new CteScope(Text(node, "cte_name"u8), scope);
        }

        return scope;
    }

    private void NoteTable(JsonElement node, CteScope? scope)
    {
        var name = Text(node, "table_name"u8);
        var schema = Text(node, "schema_name"u8);
        var qualifier = string.Join('.', new[] { Text(node, "catalog_name"u8), schema }.Where(part => part.Length > 0));
        var hidden = CteScope.Has(scope, name) && (qualifier.Length == 0 || string.Equals(schema, "recurring", StringComparison.OrdinalIgnoreCase));
        if (!hidden)
        {
            _tables.Add(new TableReference(name, qualifier, Index(node)));
        }
    }

    private int Index(JsonElement node) =>
        node.TryGetProperty("query_location"u8, out var place) && place.TryGetInt64(out var bytes) && bytes >= 0 ? indexOf(bytes) : 0;

    private static string Text(JsonElement node, ReadOnlySpan<byte> name) =>
        node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
