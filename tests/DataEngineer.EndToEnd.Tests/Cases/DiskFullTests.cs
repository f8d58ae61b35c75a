using System.Diagnostics;
using System.Globalization;
using DataEngineer.EndToEnd.Tests.Processes;

namespace DataEngineer.EndToEnd.Tests.Cases;

public sealed class DiskFullTests
{
    [Fact]
    public async Task DiskFull_IsTheEnvironmentsFault_AndTheRunGoesOnOnceThereIsRoom()
    {
        using var shop = Workspace.OfShop("""
            version: 1
            pipeline: shop
            defaults: {retry: {max_attempts: 1}}
            extract:
              orders: {connection: files, file: {path: orders.csv}}
            load:
              orders: {target: warehouse, table: shop.orders, write_disposition: append}
            """);
        var rows = Enumerable.Range(0, 200_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i},{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(i)))}"));
        shop.Write("pipelines/acme/data/orders.csv", "id,noise\n" + string.Join('\n', rows) + "\n");
        Directory.CreateDirectory(shop.Path(".dataeng"));
        Assert.SkipUnless(await DoesAsync("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", shop.Path(".dataeng")), "This account may not mount a small disk.");
        try
        {
            (await shop.RunAsync("run", "acme/shop")).With(4).Says("full");
            Assert.True(await DoesAsync("mount", "-o", "remount,size=400m", shop.Path(".dataeng")));
            (await shop.RunAsync("retry", "acme/shop")).With(0);
            Assert.Equal("n\n200000\n", shop.Warehouse("acme", "select count(*) as n from shop.orders"));
        }
        finally
        {
            Assert.True(await DoesAsync("umount", shop.Path(".dataeng")));
        }
    }

    private static async Task<bool> DoesAsync(string program, params IEnumerable<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
