using System.Diagnostics;
using System.Text.Json;
using DataEngineer.Connections;
using DataEngineer.Connectors.DuckDb;
using DataEngineer.Connectors.Lake;
using DataEngineer.Store;

namespace DataEngineer.Connectors.Tests.Targets;

/// <summary>This very program as a second process, which loads up to before the commit and stays there.</summary>
internal sealed class LoadingChild : IDisposable
{
    private const string Variable = "DATAENG_TEST_LOAD";
    private const string Ready = "written, not committed";

    private readonly Process _process;

    private LoadingChild(Process process) => _process = process;

    public static async Task<LoadingChild> StartAsync(TargetBench bench, LoadCase load, CancellationToken cancellationToken)
    {
        var work = new Work(bench is LakeBench, bench.Store.Location, bench.Request(load));
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(LoadingChild).Assembly.Location);
        }

        start.Environment[Variable] = JsonSerializer.Serialize(work);
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line == Ready)
            {
                return new LoadingChild(process);
            }
        }

        throw new InvalidOperationException("The child ended before it had written.");
    }

    public async Task KillAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        await _process.WaitForExitAsync(cancellationToken);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    [System.Runtime.CompilerServices.ModuleInitializer]
    internal static void LoadInsteadOfTesting()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { } text)
        {
            return;
        }

        var work = JsonSerializer.Deserialize<Work>(text)!;
        var store = new FolderStore(work.Store, Path.Combine(work.Store, "..", "temp"));
        ITarget target = work.Lake
            ? new LakeTarget(store, LakeBench.Root, Wait)
            : new DuckDbTarget(store.FullPath("targets/warehouse.duckdb"), Wait);
        target.LoadAsync(work.Request, CancellationToken.None).GetAwaiter().GetResult();
    }

    private static void Wait()
    {
        Console.WriteLine(Ready);
        Console.Out.Flush();
        new ManualResetEventSlim().Wait();
    }

    internal sealed record Work(bool Lake, string Store, LoadRequest Request);
}
