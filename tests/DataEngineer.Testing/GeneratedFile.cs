namespace DataEngineer.Testing;

/// <summary>A file of the repository that is made from code and committed; tests keep it current.</summary>
public static class GeneratedFile
{
    private const string Renew = "DATAENG_RENEW";

    /// <summary>Null where the file has the content; else what to do. With DATAENG_RENEW=1 the file is written first.</summary>
    /// <param name="path">Relative to the repository.</param>
    public static string? Problem(string path, string content)
    {
        var file = Path.Combine(Repository(), path);
        if (Environment.GetEnvironmentVariable(Renew) == "1")
        {
            File.WriteAllText(file, content);
        }

        return File.Exists(file) && File.ReadAllText(file) == content
            ? null
            : $"{path} is not what the code makes. Renew it with {Renew}=1 dotnet test, and commit it.";
    }

    /// <summary>Full path of the repository.</summary>
    public static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DataEngineer.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No repository above {AppContext.BaseDirectory}.");
    }
}
