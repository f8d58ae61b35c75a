using Microsoft.Data.Sqlite;

namespace DataEngineer.Embedded.Journal;

/// <summary>
/// Makes this process the owner of a journal. The rules: on one machine an owner who holds its lock is replaced only
/// once its lease has passed (it is stopped or hung); one whose lock is free is dead and is replaced at once; an owner on
/// another machine, whose lock need not be visible here, is replaced once its lease has passed. Every transaction of
/// an owner checks the epoch, so a replaced one can commit nothing.
/// </summary>
internal static class JournalClaim
{
    private const int Busy = 5;

    /// <summary>Takes the journal, or throws <see cref="JournalInUseException"/>.</summary>
    /// <param name="check">Called when it may be taken, before anything is written to it.</param>
    public static (JournalOwner Owner, JournalLock Lock) Take(SqliteConnection connection, string path, TimeProvider time, TimeSpan lease, Action check)
    {
        using var transaction = Begin(connection, path);
        var before = Read(connection, transaction, path);
        var generation = before.LockGeneration;
        var taken = JournalLock.TryTake(path, generation);
        try
        {
            Demand(path, before, isLockFree: taken is not null, time.GetUtcNow());
            check();
            if (taken is null)
            {
                generation++;
                taken = JournalLock.TryTake(path, generation)
                    ?? throw new JournalUnavailableException(path, $"its lock file of generation {generation} cannot be created or locked");
            }

            var owner = new JournalOwner(before.Epoch + 1, generation, Environment.ProcessId, Environment.MachineName, time.GetUtcNow() + lease);
            Write(connection, transaction, owner);
            transaction.Commit();
            if (generation != before.LockGeneration)
            {
                JournalLock.Forget(path, before.LockGeneration);
            }

            return (owner, taken);
        }
        catch
        {
            taken?.Dispose();
            throw;
        }
    }

    private static void Demand(string path, JournalOwner owner, bool isLockFree, DateTimeOffset now)
    {
        if (owner.LeaseUntil <= now)
        {
            return;
        }

        if (!isLockFree)
        {
            throw InUse(path, owner, "Stop that process first, or give this one a journal of its own.");
        }

        if (owner.Machine != Environment.MachineName)
        {
            throw InUse(path, owner, "It ran on another machine, where this one cannot see whether it lives: stop it there, or try again after its lease. Journals belong on local disks.");
        }
    }

    private static SqliteTransaction Begin(SqliteConnection connection, string path)
    {
        try
        {
            return connection.BeginTransaction(deferred: false);
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode == Busy)
        {
            var owner = Read(connection, null, path);
            throw InUse(path, owner, $"It is in the middle of a write and does not go on, as a stopped process does: let it continue, or end it (kill -9 {owner.ProcessId}).");
        }
    }

    private static JournalInUseException InUse(string path, JournalOwner owner, string advice) =>
        new(path, owner.ProcessId, owner.Machine, owner.LeaseUntil, advice);

    private static JournalOwner Read(SqliteConnection connection, SqliteTransaction? transaction, string path)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT epoch, lock_generation, process_id, machine, lease_until FROM owner WHERE id = 1";
        using var reader = command.ExecuteReader();
        return reader.Read()
            ? new JournalOwner(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt32(2), reader.GetString(3), new DateTimeOffset(reader.GetInt64(4), TimeSpan.Zero))
            : throw new JournalCorruptException(path, "the row that names its owner is missing");
    }

    private static void Write(SqliteConnection connection, SqliteTransaction transaction, JournalOwner owner)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            "UPDATE owner SET epoch = $epoch, lock_generation = $generation, process_id = $process, machine = $machine, lease_until = $lease WHERE id = 1";
        command.Parameters.AddWithValue("$epoch", owner.Epoch);
        command.Parameters.AddWithValue("$generation", owner.LockGeneration);
        command.Parameters.AddWithValue("$process", owner.ProcessId);
        command.Parameters.AddWithValue("$machine", owner.Machine);
        command.Parameters.AddWithValue("$lease", owner.LeaseUntil.UtcTicks);
        command.ExecuteNonQuery();
    }
}
