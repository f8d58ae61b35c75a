using DataEngineer.Cli;
using DataEngineer.Cli.Hosting;
using DataEngineer.Embedded.Journal;
using DataEngineer.EndToEnd.Tests.Building;
using DataEngineer.Operations;
using Microsoft.Extensions.Time.Testing;
using Spectre.Console.Testing;

namespace DataEngineer.EndToEnd.Tests.Hosting;

public sealed class FailureReportTests
{
    public static TheoryData<Exception, int, string> Failures => new()
    {
        { new CommandException(2, "Wrong.", "dataeng runs list"), 2, "dataeng: Wrong.\n  Next  dataeng runs list" },
        { new RunConflictException("Conflict."), 2, "dataeng: Conflict." },
        { new JournalCorruptException("/j", "torn"), 4, "dataeng: The journal '/j' cannot be used: torn." },
        { new JournalInUseException("/j", 7, "here", Some.Noon, "Stop it."), 4, "dataeng: The journal '/j' is in use by process 7" },
        { new JournalUnavailableException("/j", "full"), 4, "dataeng: The journal '/j' cannot be written: full" },
        { new IOException("No space."), 4, "dataeng: No space." },
        { new UnauthorizedAccessException("No right."), 4, "dataeng: No right." },
        { new InvalidOperationException("Odd \u001b[2J."), 70, "dataeng: A fault of this program, InvalidOperationException: Odd \uFFFD[2J." },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Failure_IsWordsAndACode_WithoutAStack(Exception failure, int code, string words)
    {
        var (answered, said) = await GuardAsync(failure, verbose: false);
        Assert.Equal(code, answered);
        Assert.StartsWith(words, said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbose_ShowsTheStack()
    {
        var (_, said) = await GuardAsync(new InvalidOperationException("Odd."), verbose: true);
        Assert.Contains("   at DataEngineer", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExitCodes.Interrupted)]
    [InlineData(ExitCodes.Terminated)]
    public async Task AskedToStop_AnswersTheSignalsCode(int code)
    {
        using var stop = new StopSignals(_ => { });
        stop.Ask(code);
        Assert.Equal(code, await FailureReport.GuardAsync(Head(stop, new TestConsole(), false), () => throw new OperationCanceledException()));
    }

    private static async Task<(int Code, string Said)> GuardAsync(Exception failure, bool verbose)
    {
        using var stop = new StopSignals(_ => { });
        using var console = Screens.Of(80);
        var code = await FailureReport.GuardAsync(Head(stop, console, verbose), () => throw failure);
        return (code, console.Text());
    }

    private static Head Head(StopSignals stop, TestConsole console, bool verbose) => new(
        new Surroundings(new Dictionary<string, string>(StringComparer.Ordinal), "/", _ => console, _ => console, IsLive: false, new FakeTimeProvider(Some.Noon), stop),
        new GlobalChoices("pipelines", ".dataeng", NoColor: false, verbose, []));
}
