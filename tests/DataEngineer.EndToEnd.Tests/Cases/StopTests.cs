using DataEngineer.EndToEnd.Tests.Processes;

namespace DataEngineer.EndToEnd.Tests.Cases;

public sealed class StopTests
{
    [Theory]
    [InlineData("extract.orders                started")]
    [InlineData("transform.slow                started")]
    [InlineData("load.daily                    started")]
    [InlineData("load.daily                    done")]
    [InlineData("load.slow                     started")]
    public async Task KilledMidRun_TheSameCommandEndsWithTheSameData(string moment)
    {
        using var undisturbed = Shop.Workspace();
        (await undisturbed.RunAsync("run", "acme/shop")).With(0);

        using var shop = Shop.Workspace();
        using (var running = shop.Start("run", "acme/shop"))
        {
            await running.SaysAsync(moment);
            running.Kill();
            Assert.NotEqual(0, (await running.EndedAsync()).ExitCode);
        }

        var again = (await shop.RunAsync("run", "acme/shop")).With(0).Says("resumed   acme.shop.manual-0001.1");
        Assert.Equal(undisturbed.Warehouse("acme", Shop.Loaded), shop.Warehouse("acme", Shop.Loaded));
        Assert.Empty(shop.Files(".dataeng/temp"));
        Assert.Single(shop.Files(".dataeng/customers/acme/records"));
        again.Says("✓ acme/shop succeeded");
    }

    [Fact]
    public async Task KilledAfterTheEnd_TheSameCommandShowsThatEnd_AndTheNextRunsAnew()
    {
        using var shop = Shop.Workspace();
        (await shop.RunAsync("run", "acme/shop")).With(0);
        Assert.Empty(shop.Files(".dataeng/customers/acme/followed"));

        // What a process leaves that is killed between the end of its run and the summary.
        shop.Write(".dataeng/customers/acme/followed/shop.manual-", "acme.shop.manual-0001.1");
        var again = (await shop.RunAsync("run", "acme/shop")).With(0).Says("✓ acme/shop succeeded");
        Assert.Contains("Run acme.shop.manual-0001.1 had ended when its command was killed", again.Error, StringComparison.Ordinal);
        Assert.Single(shop.Files(".dataeng/customers/acme/records"));

        (await shop.RunAsync("run", "acme/shop")).With(0).Says("acme.shop.manual-0002.1");
    }

    [Theory]
    [InlineData(false, 130)]
    [InlineData(true, 143)]
    public async Task Stopped_SaysHowToGoOn_AndGoesOn(bool terminate, int exitCode)
    {
        using var shop = Shop.Workspace();
        using (var running = shop.Start("run", "acme/shop"))
        {
            await running.SaysAsync("transform.slow                started");
            if (terminate)
            {
                running.Terminate();
            }
            else
            {
                running.Interrupt();
            }

            (await running.EndedAsync()).With(exitCode).Says("Stopped; to go on: dataeng run acme/shop");
        }

        (await shop.RunAsync("runs", "list")).With(0).Says("unfinished");
        var again = (await shop.RunAsync("run", "acme/shop")).With(0).Says("resumed   acme.shop.manual-0001.1");
        Assert.DoesNotContain("extract.orders                started", again.Output, StringComparison.Ordinal);
        Assert.Equal("pairs\n60000000\n", shop.Warehouse("acme", "select pairs from shop.slow"));
    }

    [Fact]
    public async Task SecondProcess_IsTurnedAway_ButSeesTheRecords()
    {
        using var shop = Shop.Workspace(slowness: 2000);
        using var running = shop.Start("run", "acme/shop");
        await running.SaysAsync("transform.slow                started");
        (await shop.RunAsync("run", "acme/shop")).With(4).Says("is in use by process");
        (await shop.RunAsync("runs", "list")).With(0).Says("unfinished");
        running.Interrupt();
        (await running.EndedAsync()).With(130);
    }

    [Fact]
    public async Task Cancelled_IsRecorded_AndTheNextRunIsANewOne()
    {
        using var shop = Shop.Workspace();
        using (var running = shop.Start("run", "acme/shop"))
        {
            await running.SaysAsync("transform.slow                started");
            running.Interrupt();
            (await running.EndedAsync()).With(130);
        }

        (await shop.RunAsync("runs", "cancel", "acme/shop")).With(0).Says("acme.shop.manual-0001.1 is cancelled");
        (await shop.RunAsync("runs", "show", "acme/shop")).With(0).Says("cancelled by hand");
        (await shop.RunAsync("runs", "cancel", "acme/shop")).With(2).Says("is not unfinished");
        (await shop.RunAsync("run", "acme/shop")).With(0).Says("started   acme.shop.manual-0002.1");
    }
}
