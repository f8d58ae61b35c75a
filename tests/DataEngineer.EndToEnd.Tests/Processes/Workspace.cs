using System.Diagnostics;
using System.Runtime.CompilerServices;
using DataEngineer.Testing;

namespace DataEngineer.EndToEnd.Tests.Processes;

/// <summary>A folder with pipelines in which the real command is started.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static string Sources { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(Here(), "..", "..", ".."));

    public string Path(string relative) => _folder[relative];

    /// <summary>Variables added to those of this process.</summary>
    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal) { ["DATAENG_STORE"] = "", ["NO_COLOR"] = "" };

    public static Workspace OfDemo()
    {
        var workspace = new Workspace();
        Copy(System.IO.Path.Combine(Sources, "pipelines", "demo"), workspace.Path("pipelines/demo"));
        return workspace;
    }

    /// <summary>A customer acme with files in data/, a DuckDB warehouse and a lake, and the pipeline shop.</summary>
    public static Workspace OfShop(string pipeline)
    {
        var workspace = new Workspace();
        workspace.Write(
            "pipelines/acme/customer.yml",
            """
            customer: acme
            owner: data-eng@acme.example
            timezone: UTC
            connections:
              files: {type: files, root: data}
              warehouse: {type: duckdb, path: warehouse.duckdb}
            """);
        workspace.Write("pipelines/acme/shop.yml", pipeline);
        return workspace;
    }

    public Workspace Write(string relative, string content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(relative))!);
        File.WriteAllText(Path(relative), content);
        return this;
    }

    public Workspace Write(string relative, byte[] content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(relative))!);
        File.WriteAllBytes(Path(relative), content);
        return this;
    }

    public Running Start(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = _folder.Path };
        start.ArgumentList.Add(System.IO.Path.Combine(AppContext.BaseDirectory, "dataeng.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in Variables)
        {
            start.Environment[name] = value;
        }

        return new Running(start);
    }

    public async Task<Ended> RunAsync(params IEnumerable<string> arguments)
    {
        using var running = Start(arguments);
        return await running.EndedAsync();
    }

    /// <summary>The rows of a query over the warehouse, as CSV.</summary>
    public string Warehouse(string customer, string query) =>
        Rows.Csv(query, Path($".dataeng/customers/{customer}/targets/warehouse.duckdb"));

    /// <summary>The files below a folder, sorted; empty where there is none.</summary>
    public IReadOnlyList<string> Files(string relative) => Directory.Exists(Path(relative))
        ? [.. Directory.EnumerateFiles(Path(relative), "*", SearchOption.AllDirectories).Select(file => System.IO.Path.GetRelativePath(Path(relative), file)).Order(StringComparer.Ordinal)]
        : [];

    public void Dispose() => _folder.Dispose();

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(to, System.IO.Path.GetRelativePath(from, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static string Here([CallerFilePath] string path = "") => System.IO.Path.GetDirectoryName(path)!;
}
