using DataEngineer.Connections;

namespace DataEngineer.Testing;

/// <summary>Opens one place of files under any name.</summary>
public sealed class FolderOpener(IFileSource files) : IConnectionOpener
{
    public IFileSource OpenFiles(string connection) => files;

    public ITarget OpenTarget(string connection) => throw new NotSupportedException();
}
