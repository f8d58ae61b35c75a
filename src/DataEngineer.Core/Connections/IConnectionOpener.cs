namespace DataEngineer.Connections;

/// <summary>Opens a plan's connections by name: binds their options and resolves their secrets, at the last moment.</summary>
public interface IConnectionOpener
{
    /// <summary>The connection as a place of files. Throws <see cref="Failures.StepFailedException"/> where it is none.</summary>
    IFileSource OpenFiles(string connection);

    /// <summary>The connection as a target. Throws <see cref="Failures.StepFailedException"/> where it is none.</summary>
    ITarget OpenTarget(string connection);
}
