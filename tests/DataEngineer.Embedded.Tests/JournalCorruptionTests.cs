using DataEngineer.Conformance;
using DataEngineer.Embedded.Journal;
using DataEngineer.Orchestration.Ports;
using Microsoft.Data.Sqlite;

namespace DataEngineer.Embedded.Tests;

public sealed class JournalCorruptionTests : IDisposable
{
    private readonly TestJournal _journal = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task Open_EmptyFile_IsRefused()
    {
        await File.WriteAllBytesAsync(_journal.Path, [], TestJournal.Token);
        await AssertRefused("0 bytes");
    }

    [Fact]
    public async Task Open_TextFile_IsRefused()
    {
        await File.WriteAllTextAsync(_journal.Path, new string('x', 5000), TestJournal.Token);
        await AssertRefused("not an SQLite database");
    }

    [Fact]
    public async Task Open_DatabaseOfAnotherProgram_IsRefusedAndNotChanged()
    {
        _journal.Execute("CREATE TABLE other (a); INSERT INTO other VALUES (1)");
        var before = await File.ReadAllBytesAsync(_journal.Path, TestJournal.Token);
        await AssertRefused("not a journal");
        Assert.Equal(before, await File.ReadAllBytesAsync(_journal.Path, TestJournal.Token));
    }

    [Fact]
    public async Task Open_NewerSchema_IsRefusedWithBothVersions()
    {
        await Fill();
        _journal.Execute("PRAGMA user_version = 7");
        await AssertRefused("schema version 7; this program reads version 1");
    }

    [Theory]
    [InlineData(100)]
    [InlineData(4096)]
    [InlineData(6000)]
    [InlineData(3 * 4096)]
    public async Task Open_TruncatedFile_IsRefused(int length)
    {
        await Fill();
        await using (var file = File.OpenWrite(_journal.Path))
        {
            file.SetLength(length);
        }

        await AssertRefused("");
    }

    [Fact]
    public async Task Open_OverwrittenPage_IsRefused()
    {
        await Fill();
        await using (var file = File.OpenWrite(_journal.Path))
        {
            file.Seek(2 * 4096, SeekOrigin.Begin);
            await file.WriteAsync(Enumerable.Repeat((byte)0xA5, 4096).ToArray(), TestJournal.Token);
        }

        await AssertRefused("");
    }

    [Fact]
    public async Task Open_OwnerRowMissing_IsRefused()
    {
        await Fill();
        _journal.Execute("DELETE FROM owner");
        await AssertRefused("owner");
    }

    [Fact]
    public async Task Refusal_NamesFileAndWhatToDo_AndLeavesTheJournalFree()
    {
        await Fill();
        _journal.Execute("PRAGMA user_version = 7");
        var refused = await Assert.ThrowsAsync<JournalCorruptException>(() => _journal.OpenAsync(Waiting()));
        Assert.Equal(_journal.Path, refused.Path);
        Assert.Contains(_journal.Path, refused.Message, StringComparison.Ordinal);
        Assert.Contains("backup", refused.Message, StringComparison.Ordinal);
        _journal.Execute("PRAGMA user_version = 1");
        Assert.Equal("5", await Finish(await _journal.OpenAsync(Waiting()), "good"));
    }

    [Theory]
    [InlineData("UPDATE history SET data = CAST(replace(CAST(data AS TEXT), 'created', 'creatod') AS BLOB) WHERE instance = 1 AND position = 0")]
    [InlineData("UPDATE history SET data = CAST(replace(CAST(data AS TEXT), 'begun', 'begum') AS BLOB) WHERE instance = 1 AND position = 1")]
    [InlineData("UPDATE history SET data = zeroblob(3) WHERE instance = 1 AND position = 1")]
    [InlineData("UPDATE history SET sum = sum + 1 WHERE instance = 1 AND position = 1")]
    [InlineData("DELETE FROM history WHERE instance = 1 AND position = 0")]
    [InlineData("DELETE FROM history WHERE instance = 1")]
    public async Task Open_DamagedHistory_FailsThatInstanceAlone(string damage)
    {
        await Fill();
        Assert.True(_journal.Execute(damage) > 0);
        var host = await _journal.OpenAsync(Waiting());
        var bad = await TestJournal.WaitAsync(host, "bad");
        Assert.Equal(OrchestrationStatus.Failed, bad.Status);
        Assert.Equal(typeof(JournalCorruptException).FullName, bad.Failure!.ErrorType);
        Assert.Contains("'bad'", bad.Failure.Message, StringComparison.Ordinal);
        Assert.Equal("5", await Finish(host, "good"));
    }

    [Fact]
    public async Task Read_FlippedOutput_IsNoticed()
    {
        var host = await _journal.OpenAsync(Waiting());
        await host.Client.StartAsync("wait", "a", null, TestJournal.Token);
        await Finish(host, "a");
        _journal.Execute("UPDATE instances SET output = '6' WHERE id = 'a'");
        var noticed = await Assert.ThrowsAsync<JournalCorruptException>(() => host.Client.GetAsync("a", TestJournal.Token));
        Assert.Contains("'a'", noticed.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_FlippedInputOfAnEndedInstance_IsNoticed()
    {
        var host = await _journal.OpenAsync(Waiting());
        await host.Client.StartAsync("wait", "a", "input", TestJournal.Token);
        await Finish(host, "a");
        _journal.Execute("UPDATE history SET data = CAST(replace(CAST(data AS TEXT), 'input\"', 'imput\"') AS BLOB) WHERE position = 0");
        await Assert.ThrowsAsync<JournalCorruptException>(() => host.Client.GetAsync("a", TestJournal.Token));
    }

    [Fact]
    public async Task Open_FileGoneButItsLogLeft_IsRefused()
    {
        await Fill();
        File.Move(_journal.Path, _journal.Path + "-wal");
        await AssertRefused("it is missing");
    }

    [Fact]
    public async Task DiskFull_StopsTheHost_AndLosesNothingCommitted()
    {
        var host = await _journal.OpenAsync(Waiting(), options => options.ConfigureWriter = connection => Limit(connection, pages: 40));
        await host.Client.StartAsync("wait", "good", null, TestJournal.Token);
        var full = await Assert.ThrowsAsync<JournalUnavailableException>(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                await host.Client.StartAsync("wait", $"big-{i}", new string('x', 20_000), TestJournal.Token);
            }
        });
        Assert.Contains("free space", full.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<JournalUnavailableException>(() => host.Completion.WaitAsync(TimeSpan.FromSeconds(60), TestJournal.Token));
        await Assert.ThrowsAsync<JournalUnavailableException>(() => host.Client.RaiseEventAsync("good", "go", 5, TestJournal.Token));
        await Assert.ThrowsAsync<JournalUnavailableException>(() => host.Client.WaitForCompletionAsync("good", TestJournal.Token));
        await host.DisposeAsync();
        Assert.Equal("5", await Finish(await _journal.OpenAsync(Waiting()), "good"));

        static void Limit(SqliteConnection connection, int pages)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA max_page_count = {pages}";
            command.ExecuteNonQuery();
        }
    }

    [Fact]
    public async Task Journal_InAFolderThatCannotBeMade_IsUnavailable()
    {
        await File.WriteAllTextAsync(_journal.Path, "in the way", TestJournal.Token);
        await Assert.ThrowsAsync<JournalUnavailableException>(() =>
            _journal.OpenAsync(Waiting(), options => options.JournalPath = Path.Combine(_journal.Path, "sub", "journal.db")));
    }

    private static CatalogBuilder Waiting() => new CatalogBuilder().Orchestration("wait", context => context.WaitForExternalEventAsync<int>("go"));

    private static async Task<string?> Finish(EmbeddedHost host, string id)
    {
        await host.Client.RaiseEventAsync(id, "go", 5, TestJournal.Token);
        return (await TestJournal.WaitAsync(host, id)).Output;
    }

    /// <summary>Two instances that wait, "bad" and "good", in a journal that is closed.</summary>
    private async Task Fill()
    {
        var host = await _journal.OpenAsync(Waiting());
        foreach (var id in new[] { "bad", "good" })
        {
            await host.Client.StartAsync("wait", id, null, TestJournal.Token);
            await host.Client.RaiseEventAsync(id, "other", new string('y', 9000), TestJournal.Token);
        }

        await host.StopAsync(TestJournal.Token);
    }

    private async Task AssertRefused(string found)
    {
        var refused = await Assert.ThrowsAsync<JournalCorruptException>(() => _journal.OpenAsync(Waiting()));
        Assert.Contains(found, refused.Found, StringComparison.Ordinal);
    }
}
