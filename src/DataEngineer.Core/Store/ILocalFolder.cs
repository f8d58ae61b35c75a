namespace DataEngineer.Store;

/// <summary>A store whose files are in a folder of this machine, for engines that keep a file of their own open, such as a database.</summary>
public interface ILocalFolder
{
    /// <summary>Where the path is on this machine, whether or not anything is there; null where it has no place of its own.</summary>
    string? FullPath(string path);
}
