namespace DataEngineer.Embedded.Journal;

/// <summary>The tables of a journal. <c>history</c> is the truth and only ever appended to; <c>instances</c> is what clients are shown.</summary>
internal static class JournalSchema
{
    /// <summary>"DEng", in the header of the file.</summary>
    public const int ApplicationId = 0x44456E67;

    public const int Version = 1;

    public const string Create = """
        CREATE TABLE owner (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            epoch INTEGER NOT NULL,
            lock_generation INTEGER NOT NULL,
            process_id INTEGER NOT NULL,
            machine TEXT NOT NULL,
            lease_until INTEGER NOT NULL) STRICT;
        INSERT INTO owner VALUES (1, 0, 0, 0, '', 0);

        CREATE TABLE instances (
            key INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            status INTEGER NOT NULL,
            execution INTEGER NOT NULL,
            created_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL,
            custom_status TEXT,
            output TEXT,
            failure_type TEXT,
            failure_message TEXT,
            parent_key INTEGER,
            parent_execution INTEGER,
            parent_sequence INTEGER,
            final_sum INTEGER) STRICT;
        CREATE INDEX instances_by_parent ON instances (parent_key) WHERE parent_key IS NOT NULL;
        CREATE INDEX instances_live ON instances (key) WHERE status < 3;

        CREATE TABLE history (
            instance INTEGER NOT NULL,
            execution INTEGER NOT NULL,
            position INTEGER NOT NULL,
            data BLOB NOT NULL,
            sum INTEGER NOT NULL,
            PRIMARY KEY (instance, execution, position)) STRICT, WITHOUT ROWID;
        """;
}
