namespace DataEngineer.Cli.Hosting;

/// <summary>Removes what killed processes left in the temporary folder. Only the journal's owner does, so nobody works with it.</summary>
internal static class LeftoverFiles
{
    public static void Remove(string folder, DateTimeOffset before)
    {
        var directory = new DirectoryInfo(folder);
        if (!directory.Exists)
        {
            return;
        }

        foreach (var entry in directory.EnumerateFileSystemInfos().Where(entry => entry.LastWriteTimeUtc < before.UtcDateTime))
        {
            if (entry is DirectoryInfo inner)
            {
                inner.Delete(recursive: true);
            }
            else
            {
                entry.Delete();
            }
        }
    }
}
