using Microsoft.Data.Sqlite;

namespace DataEngineer.Embedded.Journal;

/// <summary>Opens connections to a journal, and turns what SQLite says into what an operator can act on.</summary>
internal static class JournalFile
{
    private const int NotADatabase = 26;
    private const int Corrupt = 11;
    private const int CannotOpen = 14;

    /// <summary>Makes an empty journal where there is none. It appears whole or not at all.</summary>
    public static void CreateIfMissing(string path)
    {
        if (File.Exists(path))
        {
            // Not opened to look inside: closing a second handle would drop the locks that SQLite holds in this process.
            if (new FileInfo(path).Length == 0)
            {
                throw new JournalCorruptException(path, "it is empty (0 bytes)");
            }

            return;
        }

        if (File.Exists(path + "-wal"))
        {
            // SQLite would take the old log for one of the new file.
            throw new JournalCorruptException(path, $"it is missing, though its log '{path}-wal' is there");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.new-{Environment.ProcessId}-{Environment.CurrentManagedThreadId}";
        File.Delete(draft);
        using (var connection = Connect(draft))
        {
            Execute(connection, $"BEGIN; {JournalSchema.Create} PRAGMA application_id={JournalSchema.ApplicationId}; PRAGMA user_version={JournalSchema.Version}; COMMIT;");
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was faster; its journal is the one.
            File.Delete(draft);
        }
    }

    /// <summary>A connection to an existing journal of this version.</summary>
    public static SqliteConnection Open(string path)
    {
        var connection = Connect(path);
        try
        {
            CheckKind(connection, path);
            Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=OFF;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Reads the whole file and throws where SQLite finds it damaged.</summary>
    public static void CheckIntegrity(SqliteConnection connection, string path)
    {
        if (Scalar(connection, "PRAGMA quick_check(1)") is not "ok" and var found)
        {
            throw new JournalCorruptException(path, $"SQLite's integrity check reports: {found}");
        }
    }

    /// <summary>The exception to show for <paramref name="cause"/>.</summary>
    public static Exception Translate(Exception cause, string path) => cause switch
    {
        SqliteException { SqliteErrorCode: NotADatabase } => new JournalCorruptException(path, "it is not an SQLite database, or its header is damaged", cause),
        SqliteException { SqliteErrorCode: Corrupt } => new JournalCorruptException(path, $"SQLite finds it damaged ({cause.Message})", cause),
        SqliteException { SqliteErrorCode: CannotOpen } => new JournalUnavailableException(path, "the file cannot be opened; check that folder and file exist and can be written by this user", cause),
        SqliteException or IOException or UnauthorizedAccessException => new JournalUnavailableException(path, cause.Message, cause),
        _ => cause,
    };

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 30 }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void CheckKind(SqliteConnection connection, string path)
    {
        if (Scalar(connection, "PRAGMA application_id") is not (long)JournalSchema.ApplicationId)
        {
            throw new JournalCorruptException(path, "it is an SQLite database, but not a journal");
        }

        if (Scalar(connection, "PRAGMA user_version") is not (long)JournalSchema.Version and var version)
        {
            throw new JournalCorruptException(path, $"it has schema version {version}; this program reads version {JournalSchema.Version}");
        }
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
