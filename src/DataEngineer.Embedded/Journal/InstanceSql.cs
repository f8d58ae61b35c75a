namespace DataEngineer.Embedded.Journal;

/// <summary>The longer statements on instances; parameters are <c>$0</c>, <c>$1</c>, … in the order in which they are given.</summary>
internal static class InstanceSql
{
    /// <summary>An instance with the first event of its execution, in one read: both change together at a continue-as-new.</summary>
    public const string Select = """
        SELECT i.key, i.id, i.name, i.created_at, i.parent_key, i.parent_execution, i.parent_sequence,
            i.status, i.execution, i.updated_at, i.custom_status, i.output, i.failure_type, i.failure_message, i.final_sum,
            h.data, h.sum
        FROM instances i LEFT JOIN history h ON h.instance = i.key AND h.execution = i.execution AND h.position = 0
        """;

    public const string Create = """
        INSERT INTO instances (id, name, status, execution, created_at, updated_at, parent_key, parent_execution, parent_sequence)
        VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (id) DO NOTHING RETURNING key
        """;

    public const string Update = """
        UPDATE instances SET status = $1, execution = $2, updated_at = $3, custom_status = $4, output = $5,
            failure_type = $6, failure_message = $7, final_sum = $8
        WHERE key = $0
        """;

    public const string PurgeTree = $"{Tree} DELETE FROM instances WHERE key IN tree";

    public const string PurgeTreeHistory = $"{Tree} DELETE FROM history WHERE instance IN tree";

    public const string CountLiving = $"{Tree} SELECT count(*) FROM instances WHERE status < 3 AND key IN tree";

    /// <summary>Whether the execution that called this instance still goes on, and may still have to take in how it ended.</summary>
    public const string IsAwaited = """
        SELECT count(*) FROM instances child JOIN instances parent ON parent.key = child.parent_key
        WHERE child.key = $0 AND parent.status < 3 AND parent.execution = child.parent_execution
        """;

    private const string Tree = """
        WITH RECURSIVE tree (key) AS (
            SELECT $0 UNION SELECT child.key FROM instances child JOIN tree ON child.parent_key = tree.key)
        """;
}
