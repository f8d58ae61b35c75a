namespace DataEngineer.Embedded.Tests;

public sealed class EmbeddedHostOptionsTests
{
    [Fact]
    public void Defaults_AreThoseThatAreDocumented()
    {
        var options = new EmbeddedHostOptions();
        Assert.Equal("", options.JournalPath);
        Assert.Equal(Math.Max(4, 2 * Environment.ProcessorCount), options.MaxConcurrentActivities);
        Assert.Equal(TimeSpan.FromSeconds(10), options.ShutdownTimeout);
        Assert.Equal(TimeSpan.FromSeconds(30), options.LeaseDuration);
        Assert.True(options.CheckIntegrity);
    }

    public static TheoryData<Action<EmbeddedHostOptions>, string> Mistakes => new()
    {
        { options => options.JournalPath = " ", "EmbeddedHostOptions.JournalPath is ' '; it must be the path of a file." },
        { options => options.MaxConcurrentActivities = 0, "EmbeddedHostOptions.MaxConcurrentActivities is '0'; it must be 1 or more." },
        { options => options.ShutdownTimeout = TimeSpan.FromSeconds(-1), "EmbeddedHostOptions.ShutdownTimeout is '-00:00:01'; it must be zero or longer." },
        { options => options.LeaseDuration = TimeSpan.Zero, "EmbeddedHostOptions.LeaseDuration is '00:00:00'; it must be one second or longer." },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Validate_NamesTheSettingAndWhatIsAllowed(Action<EmbeddedHostOptions> mistake, string message)
    {
        var options = new EmbeddedHostOptions { JournalPath = "journal.db" };
        options.Validate();
        mistake(options);
        Assert.Equal(message, Assert.Throws<InvalidOperationException>(options.Validate).Message);
    }
}
