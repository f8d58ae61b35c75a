using Microsoft.Data.Sqlite;

namespace DataEngineer.Embedded;

/// <summary>Settings of an <see cref="EmbeddedHost"/>. Read once, when the host opens.</summary>
public sealed class EmbeddedHostOptions
{
    /// <summary>
    /// The journal, an SQLite database on a local disk; created with its folder where missing. SQLite keeps <c>-wal</c> and
    /// <c>-shm</c> beside it, the host a <c>.lock</c>: move or copy them together, and only while no host runs. Required.
    /// </summary>
    public string JournalPath { get; set; } = "";

    /// <summary>Activities that run at the same time in this host. Default: twice the processors, at least 4.</summary>
    public int MaxConcurrentActivities { get; set; } = Math.Max(4, 2 * Environment.ProcessorCount);

    /// <summary>How long a stop waits for running activities once their tokens are cancelled. Default: 10 seconds.</summary>
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long this host stays owner of the journal without renewing, which it does three times as often. Only a process
    /// that is stopped or hung lets it pass; another may then take over, and this one can commit nothing more. Default: 30 seconds.
    /// </summary>
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Whether the whole file is checked when the host opens; reading it takes about a second a gigabyte. The checksums of
    /// unfinished instances are checked in any case. Default: true.
    /// </summary>
    public bool CheckIntegrity { get; set; } = true;

    /// <summary>
    /// Whether an unfinished instance of the journal, or the child of one, goes on when the host opens; asked with the id of the
    /// outermost parent. One that does not stays as it is: it can be looked at and terminated. Default: all go on.
    /// </summary>
    public Func<string, bool> GoesOn { get; set; } = _ => true;

    /// <summary>Asked after each commit, with its number from 1: false makes this host die there, as a killed process would.</summary>
    internal Func<long, bool>? SurvivesCommit { get; set; }

    /// <summary>Called with the writing connection before its first commit.</summary>
    internal Action<SqliteConnection>? ConfigureWriter { get; set; }

    /// <summary>Throws <see cref="InvalidOperationException"/> naming the first setting that cannot be used.</summary>
    internal void Validate()
    {
        Require(!string.IsNullOrWhiteSpace(JournalPath), nameof(JournalPath), JournalPath, "the path of a file");
        Require(MaxConcurrentActivities >= 1, nameof(MaxConcurrentActivities), MaxConcurrentActivities, "1 or more");
        Require(ShutdownTimeout >= TimeSpan.Zero, nameof(ShutdownTimeout), ShutdownTimeout, "zero or longer");
        Require(LeaseDuration >= TimeSpan.FromSeconds(1), nameof(LeaseDuration), LeaseDuration, "one second or longer");
    }

    private static void Require(bool holds, string setting, object got, string allowed)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"{nameof(EmbeddedHostOptions)}.{setting} is '{got}'; it must be {allowed}.");
        }
    }
}
